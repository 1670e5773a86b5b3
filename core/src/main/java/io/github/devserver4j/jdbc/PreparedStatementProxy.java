package io.github.devserver4j.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLType;
import org.jspecify.annotations.Nullable;

/** The methods of JDBC 4.2 that p6spy leaves to the interface, for prepared statements. */
interface PreparedStatementProxy extends StatementProxy, PreparedStatement {

    @Override
    PreparedStatement raw();

    Parameters parameters();

    @Override
    default void setObject(int parameterIndex, @Nullable Object x, SQLType targetSqlType) throws SQLException {
        Object value = JdbcProxy.rawOf(x);
        raw().setObject(parameterIndex, value, targetSqlType);
        parameters().note(parameterIndex, value);
    }

    @Override
    default void setObject(int parameterIndex, @Nullable Object x, SQLType targetSqlType, int scaleOrLength)
            throws SQLException {
        Object value = JdbcProxy.rawOf(x);
        raw().setObject(parameterIndex, value, targetSqlType, scaleOrLength);
        parameters().note(parameterIndex, value);
    }

    @Override
    default long executeLargeUpdate() throws SQLException {
        return InFlightCall.run(
                executor().begin(SqlStatement.Type.UPDATE, parameters()), () -> raw().executeLargeUpdate());
    }
}
