package io.github.devserver4j.jdbc;

import com.p6spy.engine.common.CallableStatementInformation;
import com.p6spy.engine.common.PreparedStatementInformation;
import com.p6spy.engine.event.JdbcEventListener;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Hears from p6spy's wrappers of each parameter that was set, and is deaf for all their other events. Stateless. */
final class ParameterListener extends JdbcEventListener {

    @Override
    public void onAfterPreparedStatementSet(
            PreparedStatementInformation statement, int index, @Nullable Object value, @Nullable SQLException error) {
        if (error == null && statement instanceof Parameters parameters) {
            parameters.note(index, value);
        }
    }

    @Override
    public void onAfterCallableStatementSet(
            CallableStatementInformation statement, String name, @Nullable Object value, @Nullable SQLException error) {
        if (error == null && statement instanceof Parameters parameters) {
            parameters.note(name, value);
        }
    }
}
