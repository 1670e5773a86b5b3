package io.github.devserver4j.jdbc;

import com.p6spy.engine.common.ConnectionInformation;
import com.p6spy.engine.common.ResultSetInformation;
import com.p6spy.engine.common.StatementInformation;
import com.p6spy.engine.event.JdbcEventListener;
import java.sql.ResultSet;
import java.sql.Statement;

/**
 * What p6spy's wrappers want to be given and we have no use for, shared by all proxies, so that it costs nothing and
 * holds on to nothing. Immutable.
 */
final class Inert {

    static final JdbcEventListener LISTENER = new ParameterListener();
    static final ConnectionInformation CONNECTION = ConnectionInformation.fromTestConnection(null);
    static final StatementInformation STATEMENT = new NoStatement();
    static final ResultSetInformation RESULT_SET = new NoResultSet();

    private Inert() {}

    private static final class NoStatement extends StatementInformation {
        NoStatement() {
            super(CONNECTION);
        }

        @Override
        public void setStatement(Statement statement) {}
    }

    private static final class NoResultSet extends ResultSetInformation {
        NoResultSet() {
            super(STATEMENT);
        }

        @Override
        public void setResultSet(ResultSet resultSet) {}
    }
}
