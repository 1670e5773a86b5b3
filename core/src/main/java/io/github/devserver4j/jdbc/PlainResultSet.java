package io.github.devserver4j.jdbc;

import com.p6spy.engine.wrapper.ResultSetWrapper;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A result set whose values nobody watches: each is taken straight from the driver's, and not through p6spy's event for
 * it. Adds the methods of JDBC 4.2 that p6spy leaves to the interface. Pure delegation.
 */
abstract class PlainResultSet extends ResultSetWrapper {

    private final ResultSet raw;

    PlainResultSet(ResultSet raw) {
        super(raw, Inert.RESULT_SET, Inert.LISTENER);
        this.raw = raw;
    }

    @Override
    public @Nullable String getString(int columnIndex) throws SQLException {
        return raw.getString(columnIndex);
    }

    @Override
    public boolean getBoolean(int columnIndex) throws SQLException {
        return raw.getBoolean(columnIndex);
    }

    @Override
    public byte getByte(int columnIndex) throws SQLException {
        return raw.getByte(columnIndex);
    }

    @Override
    public short getShort(int columnIndex) throws SQLException {
        return raw.getShort(columnIndex);
    }

    @Override
    public int getInt(int columnIndex) throws SQLException {
        return raw.getInt(columnIndex);
    }

    @Override
    public long getLong(int columnIndex) throws SQLException {
        return raw.getLong(columnIndex);
    }

    @Override
    public float getFloat(int columnIndex) throws SQLException {
        return raw.getFloat(columnIndex);
    }

    @Override
    public double getDouble(int columnIndex) throws SQLException {
        return raw.getDouble(columnIndex);
    }

    @Override
    @Deprecated
    public @Nullable BigDecimal getBigDecimal(int columnIndex, int scale) throws SQLException {
        return raw.getBigDecimal(columnIndex, scale);
    }

    @Override
    public byte @Nullable [] getBytes(int columnIndex) throws SQLException {
        return raw.getBytes(columnIndex);
    }

    @Override
    public @Nullable Date getDate(int columnIndex) throws SQLException {
        return raw.getDate(columnIndex);
    }

    @Override
    public @Nullable Time getTime(int columnIndex) throws SQLException {
        return raw.getTime(columnIndex);
    }

    @Override
    public @Nullable Timestamp getTimestamp(int columnIndex) throws SQLException {
        return raw.getTimestamp(columnIndex);
    }

    @Override
    public @Nullable InputStream getAsciiStream(int columnIndex) throws SQLException {
        return raw.getAsciiStream(columnIndex);
    }

    @Override
    @Deprecated
    public @Nullable InputStream getUnicodeStream(int columnIndex) throws SQLException {
        return raw.getUnicodeStream(columnIndex);
    }

    @Override
    public @Nullable InputStream getBinaryStream(int columnIndex) throws SQLException {
        return raw.getBinaryStream(columnIndex);
    }

    @Override
    public @Nullable String getString(String columnLabel) throws SQLException {
        return raw.getString(columnLabel);
    }

    @Override
    public boolean getBoolean(String columnLabel) throws SQLException {
        return raw.getBoolean(columnLabel);
    }

    @Override
    public byte getByte(String columnLabel) throws SQLException {
        return raw.getByte(columnLabel);
    }

    @Override
    public short getShort(String columnLabel) throws SQLException {
        return raw.getShort(columnLabel);
    }

    @Override
    public int getInt(String columnLabel) throws SQLException {
        return raw.getInt(columnLabel);
    }

    @Override
    public long getLong(String columnLabel) throws SQLException {
        return raw.getLong(columnLabel);
    }

    @Override
    public float getFloat(String columnLabel) throws SQLException {
        return raw.getFloat(columnLabel);
    }

    @Override
    public double getDouble(String columnLabel) throws SQLException {
        return raw.getDouble(columnLabel);
    }

    @Override
    @Deprecated
    public @Nullable BigDecimal getBigDecimal(String columnLabel, int scale) throws SQLException {
        return raw.getBigDecimal(columnLabel, scale);
    }

    @Override
    public byte @Nullable [] getBytes(String columnLabel) throws SQLException {
        return raw.getBytes(columnLabel);
    }

    @Override
    public @Nullable Date getDate(String columnLabel) throws SQLException {
        return raw.getDate(columnLabel);
    }

    @Override
    public @Nullable Time getTime(String columnLabel) throws SQLException {
        return raw.getTime(columnLabel);
    }

    @Override
    public @Nullable Timestamp getTimestamp(String columnLabel) throws SQLException {
        return raw.getTimestamp(columnLabel);
    }

    @Override
    public @Nullable InputStream getAsciiStream(String columnLabel) throws SQLException {
        return raw.getAsciiStream(columnLabel);
    }

    @Override
    @Deprecated
    public @Nullable InputStream getUnicodeStream(String columnLabel) throws SQLException {
        return raw.getUnicodeStream(columnLabel);
    }

    @Override
    public @Nullable InputStream getBinaryStream(String columnLabel) throws SQLException {
        return raw.getBinaryStream(columnLabel);
    }

    @Override
    public @Nullable Object getObject(int columnIndex) throws SQLException {
        return raw.getObject(columnIndex);
    }

    @Override
    public @Nullable Object getObject(String columnLabel) throws SQLException {
        return raw.getObject(columnLabel);
    }

    @Override
    public @Nullable Reader getCharacterStream(int columnIndex) throws SQLException {
        return raw.getCharacterStream(columnIndex);
    }

    @Override
    public @Nullable Reader getCharacterStream(String columnLabel) throws SQLException {
        return raw.getCharacterStream(columnLabel);
    }

    @Override
    public @Nullable BigDecimal getBigDecimal(int columnIndex) throws SQLException {
        return raw.getBigDecimal(columnIndex);
    }

    @Override
    public @Nullable BigDecimal getBigDecimal(String columnLabel) throws SQLException {
        return raw.getBigDecimal(columnLabel);
    }

    @Override
    public @Nullable Object getObject(int columnIndex, Map<String, Class<?>> map) throws SQLException {
        return raw.getObject(columnIndex, map);
    }

    @Override
    public @Nullable Ref getRef(int columnIndex) throws SQLException {
        return raw.getRef(columnIndex);
    }

    @Override
    public @Nullable Blob getBlob(int columnIndex) throws SQLException {
        return raw.getBlob(columnIndex);
    }

    @Override
    public @Nullable Clob getClob(int columnIndex) throws SQLException {
        return raw.getClob(columnIndex);
    }

    @Override
    public @Nullable Array getArray(int columnIndex) throws SQLException {
        return raw.getArray(columnIndex);
    }

    @Override
    public @Nullable Object getObject(String columnLabel, Map<String, Class<?>> map) throws SQLException {
        return raw.getObject(columnLabel, map);
    }

    @Override
    public @Nullable Ref getRef(String columnLabel) throws SQLException {
        return raw.getRef(columnLabel);
    }

    @Override
    public @Nullable Blob getBlob(String columnLabel) throws SQLException {
        return raw.getBlob(columnLabel);
    }

    @Override
    public @Nullable Clob getClob(String columnLabel) throws SQLException {
        return raw.getClob(columnLabel);
    }

    @Override
    public @Nullable Array getArray(String columnLabel) throws SQLException {
        return raw.getArray(columnLabel);
    }

    @Override
    public @Nullable Date getDate(int columnIndex, Calendar cal) throws SQLException {
        return raw.getDate(columnIndex, cal);
    }

    @Override
    public @Nullable Date getDate(String columnLabel, Calendar cal) throws SQLException {
        return raw.getDate(columnLabel, cal);
    }

    @Override
    public @Nullable Time getTime(int columnIndex, Calendar cal) throws SQLException {
        return raw.getTime(columnIndex, cal);
    }

    @Override
    public @Nullable Time getTime(String columnLabel, Calendar cal) throws SQLException {
        return raw.getTime(columnLabel, cal);
    }

    @Override
    public @Nullable Timestamp getTimestamp(int columnIndex, Calendar cal) throws SQLException {
        return raw.getTimestamp(columnIndex, cal);
    }

    @Override
    public @Nullable Timestamp getTimestamp(String columnLabel, Calendar cal) throws SQLException {
        return raw.getTimestamp(columnLabel, cal);
    }

    @Override
    public @Nullable URL getURL(int columnIndex) throws SQLException {
        return raw.getURL(columnIndex);
    }

    @Override
    public @Nullable URL getURL(String columnLabel) throws SQLException {
        return raw.getURL(columnLabel);
    }

    @Override
    public @Nullable RowId getRowId(int columnIndex) throws SQLException {
        return raw.getRowId(columnIndex);
    }

    @Override
    public @Nullable RowId getRowId(String columnLabel) throws SQLException {
        return raw.getRowId(columnLabel);
    }

    @Override
    public @Nullable NClob getNClob(int columnIndex) throws SQLException {
        return raw.getNClob(columnIndex);
    }

    @Override
    public @Nullable NClob getNClob(String columnLabel) throws SQLException {
        return raw.getNClob(columnLabel);
    }

    @Override
    public @Nullable SQLXML getSQLXML(int columnIndex) throws SQLException {
        return raw.getSQLXML(columnIndex);
    }

    @Override
    public @Nullable SQLXML getSQLXML(String columnLabel) throws SQLException {
        return raw.getSQLXML(columnLabel);
    }

    @Override
    public @Nullable String getNString(int columnIndex) throws SQLException {
        return raw.getNString(columnIndex);
    }

    @Override
    public @Nullable String getNString(String columnLabel) throws SQLException {
        return raw.getNString(columnLabel);
    }

    @Override
    public @Nullable Reader getNCharacterStream(int columnIndex) throws SQLException {
        return raw.getNCharacterStream(columnIndex);
    }

    @Override
    public @Nullable Reader getNCharacterStream(String columnLabel) throws SQLException {
        return raw.getNCharacterStream(columnLabel);
    }

    @Override
    public <T> @Nullable T getObject(int columnIndex, Class<T> type) throws SQLException {
        return raw.getObject(columnIndex, type);
    }

    @Override
    public <T> @Nullable T getObject(String columnLabel, Class<T> type) throws SQLException {
        return raw.getObject(columnLabel, type);
    }

    @Override
    public void updateObject(int columnIndex, @Nullable Object x, SQLType targetSqlType) throws SQLException {
        raw.updateObject(columnIndex, JdbcProxy.rawOf(x), targetSqlType);
    }

    @Override
    public void updateObject(int columnIndex, @Nullable Object x) throws SQLException {
        raw.updateObject(columnIndex, JdbcProxy.rawOf(x));
    }

    @Override
    public void updateObject(int columnIndex, @Nullable Object x, SQLType targetSqlType, int scaleOrLength)
            throws SQLException {
        raw.updateObject(columnIndex, JdbcProxy.rawOf(x), targetSqlType, scaleOrLength);
    }

    @Override
    public void updateObject(int columnIndex, @Nullable Object x, int scaleOrLength) throws SQLException {
        raw.updateObject(columnIndex, JdbcProxy.rawOf(x), scaleOrLength);
    }

    @Override
    public void updateArray(int columnIndex, @Nullable Array x) throws SQLException {
        raw.updateArray(columnIndex, (Array) JdbcProxy.rawOf(x));
    }

    @Override
    public void updateObject(String columnLabel, @Nullable Object x, SQLType targetSqlType) throws SQLException {
        raw.updateObject(columnLabel, JdbcProxy.rawOf(x), targetSqlType);
    }

    @Override
    public void updateObject(String columnLabel, @Nullable Object x) throws SQLException {
        raw.updateObject(columnLabel, JdbcProxy.rawOf(x));
    }

    @Override
    public void updateObject(String columnLabel, @Nullable Object x, SQLType targetSqlType, int scaleOrLength)
            throws SQLException {
        raw.updateObject(columnLabel, JdbcProxy.rawOf(x), targetSqlType, scaleOrLength);
    }

    @Override
    public void updateObject(String columnLabel, @Nullable Object x, int scaleOrLength) throws SQLException {
        raw.updateObject(columnLabel, JdbcProxy.rawOf(x), scaleOrLength);
    }

    @Override
    public void updateArray(String columnLabel, @Nullable Array x) throws SQLException {
        raw.updateArray(columnLabel, (Array) JdbcProxy.rawOf(x));
    }
}
