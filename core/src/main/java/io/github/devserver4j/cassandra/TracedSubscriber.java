package io.github.devserver4j.cassandra;

import com.datastax.dse.driver.api.core.cql.reactive.ReactiveRow;
import com.datastax.oss.driver.api.core.cql.ExecutionInfo;
import io.github.devserver4j.trace.Faults;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Counts the rows on their way to the application's subscriber, and the pages they come in; the call ends when they do,
 * or are not wanted any more. Signals come one after the other, as Reactive Streams has it; a subscription may be
 * cancelled from anywhere.
 */
final class TracedSubscriber implements Subscriber<ReactiveRow> {

    private final Subscriber<? super ReactiveRow> subscriber;
    private final CassandraExchange call;
    private @Nullable ExecutionInfo first;
    private @Nullable ExecutionInfo latest;
    private int rowsOfPage;
    private int rowsOfFirst;
    private boolean applied = true;

    TracedSubscriber(Subscriber<? super ReactiveRow> subscriber, CassandraExchange call) {
        this.subscriber = subscriber;
        this.call = call;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long n) {
                subscription.request(n);
            }

            @Override
            public void cancel() {
                ended(false);
                call.end();
                subscription.cancel();
            }
        });
    }

    @Override
    public void onNext(ReactiveRow row) {
        try {
            count(row);
        } catch (Throwable fault) {
            Faults.report(fault);
        }
        subscriber.onNext(row);
    }

    @SuppressWarnings("ReferenceEquality") // each page has its own
    private synchronized void count(ReactiveRow row) {
        ExecutionInfo info = row.getExecutionInfo();
        if (first == null) {
            first = info;
            latest = info;
            applied = !Answers.isConditional(row.getColumnDefinitions()) || row.wasApplied();
        } else if (latest != info) {
            pageEnded(false);
            latest = info;
        }
        rowsOfPage++;
    }

    private void pageEnded(boolean last) {
        ExecutionInfo page = latest;
        if (page != null && page.equals(first)) {
            rowsOfFirst = rowsOfPage;
        } else if (page != null) {
            call.fetched(page, rowsOfPage, 0, last);
        }
        rowsOfPage = 0;
    }

    private synchronized void ended(boolean complete) {
        if (!call.isEnded()) {
            pageEnded(complete);
            call.answered(first, rowsOfFirst, complete, applied);
        }
    }

    @Override
    public void onError(Throwable thrown) {
        ended(false);
        call.failed(thrown);
        subscriber.onError(thrown);
    }

    @Override
    public void onComplete() {
        ended(true);
        call.end();
        subscriber.onComplete();
    }
}
