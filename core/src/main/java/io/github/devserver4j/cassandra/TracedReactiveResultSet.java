package io.github.devserver4j.cassandra;

import com.datastax.dse.driver.api.core.cql.continuous.reactive.ContinuousReactiveResultSet;
import com.datastax.dse.driver.api.core.cql.reactive.ReactiveResultSet;
import com.datastax.dse.driver.api.core.cql.reactive.ReactiveRow;
import com.datastax.oss.driver.api.core.cql.ColumnDefinitions;
import com.datastax.oss.driver.api.core.cql.ExecutionInfo;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/**
 * The result of a reactive query, whose call begins when somebody subscribes to its rows: the driver sends nothing
 * before. The driver allows one subscriber, and tells others so. Thread-safe.
 */
class TracedReactiveResultSet implements ReactiveResultSet {

    private final ReactiveResultSet result;
    private final CassandraExchange call;
    private final AtomicBoolean subscribed = new AtomicBoolean();

    private TracedReactiveResultSet(ReactiveResultSet result, CassandraExchange call) {
        this.result = result;
        this.call = call;
    }

    /** A result of the same interface. */
    static ReactiveResultSet of(ReactiveResultSet result, CassandraExchange call) {
        return result instanceof ContinuousReactiveResultSet
                ? new Continuous(result, call)
                : new TracedReactiveResultSet(result, call);
    }

    static final class Continuous extends TracedReactiveResultSet implements ContinuousReactiveResultSet {
        Continuous(ReactiveResultSet result, CassandraExchange call) {
            super(result, call);
        }
    }

    @Override
    public void subscribe(Subscriber<? super ReactiveRow> subscriber) {
        if (subscriber == null || !subscribed.compareAndSet(false, true)) {
            result.subscribe(subscriber);
            return;
        }
        call.begin();
        try {
            result.subscribe(new TracedSubscriber(subscriber, call));
        } catch (Throwable thrown) {
            call.failed(thrown);
            throw thrown;
        }
        call.sent();
    }

    @Override
    public Publisher<? extends ColumnDefinitions> getColumnDefinitions() {
        return result.getColumnDefinitions();
    }

    @Override
    public Publisher<? extends ExecutionInfo> getExecutionInfos() {
        return result.getExecutionInfos();
    }

    @Override
    public Publisher<Boolean> wasApplied() {
        return result.wasApplied();
    }

    @Override
    public String toString() {
        return result.toString();
    }
}
