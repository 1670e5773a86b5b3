package io.github.devserver4j.jdbc;

import java.sql.CallableStatement;
import java.sql.SQLException;
import java.sql.SQLType;
import org.jspecify.annotations.Nullable;

/** The methods of JDBC 4.2 that p6spy leaves to the interface, for callable statements. */
interface CallableStatementProxy extends PreparedStatementProxy, CallableStatement {

    @Override
    CallableStatement raw();

    @Override
    default void setObject(String parameterName, @Nullable Object x, SQLType targetSqlType) throws SQLException {
        Object value = JdbcProxy.rawOf(x);
        raw().setObject(parameterName, value, targetSqlType);
        parameters().note(parameterName, value);
    }

    @Override
    default void setObject(String parameterName, @Nullable Object x, SQLType targetSqlType, int scaleOrLength)
            throws SQLException {
        Object value = JdbcProxy.rawOf(x);
        raw().setObject(parameterName, value, targetSqlType, scaleOrLength);
        parameters().note(parameterName, value);
    }

    @Override
    default void registerOutParameter(int parameterIndex, SQLType sqlType) throws SQLException {
        raw().registerOutParameter(parameterIndex, sqlType);
        parameters().registerOut(parameterIndex);
    }

    @Override
    default void registerOutParameter(int parameterIndex, SQLType sqlType, int scale) throws SQLException {
        raw().registerOutParameter(parameterIndex, sqlType, scale);
        parameters().registerOut(parameterIndex);
    }

    @Override
    default void registerOutParameter(int parameterIndex, SQLType sqlType, String typeName) throws SQLException {
        raw().registerOutParameter(parameterIndex, sqlType, typeName);
        parameters().registerOut(parameterIndex);
    }

    @Override
    default void registerOutParameter(String parameterName, SQLType sqlType) throws SQLException {
        raw().registerOutParameter(parameterName, sqlType);
        parameters().registerOut(parameterName);
    }

    @Override
    default void registerOutParameter(String parameterName, SQLType sqlType, int scale) throws SQLException {
        raw().registerOutParameter(parameterName, sqlType, scale);
        parameters().registerOut(parameterName);
    }

    @Override
    default void registerOutParameter(String parameterName, SQLType sqlType, String typeName) throws SQLException {
        raw().registerOutParameter(parameterName, sqlType, typeName);
        parameters().registerOut(parameterName);
    }
}
