package io.github.devserver4j.cassandra;

import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.Duplicates;
import io.github.devserver4j.trace.Tally;

/**
 * Counts queries and duplicates as those of SQL are counted, and what else the servers had to do:
 * {@code 5 queries with 1 duplicates, 1 prepared, 2 more pages, 1 retried, 1 speculative, 1 not applied}. All but the
 * first two numbers are told when they are not zero.
 *
 * <p>A batch is one query. Queries, prepared statements, pages, retries and speculative executions together are the
 * requests that servers got. See {@link Duplicates} for what counts as one.
 */
final class CassandraTally implements Tally {

    private final Duplicates duplicates = new Duplicates();
    private long queries;
    private long prepared;
    private long alreadyPrepared;
    private long morePages;
    private long retries;
    private long speculative;
    private long notApplied;
    private long durationNanos;

    @Override
    public void add(Call call) {
        if (call instanceof CassandraExchange exchange) {
            count(exchange, exchange.type(), exchange.counts());
        } else {
            CassandraCall finished = (CassandraCall) call;
            count(finished, finished.statement().type(), finished.result().counts());
        }
    }

    private void count(Call call, CqlStatement.Type type, CqlCounts counts) {
        durationNanos += call.durationNanos();
        if (type != CqlStatement.Type.PREPARE) {
            queries++;
            duplicates.add(call.identity());
        } else if (counts.alreadyPrepared()) {
            alreadyPrepared++;
        } else {
            prepared++;
        }
        morePages += counts.morePages();
        retries += counts.retries();
        speculative += counts.speculative();
        notApplied += counts.applied() ? 0 : 1;
    }

    @Override
    public void addAll(Tally other) {
        CassandraTally that = (CassandraTally) other;
        queries += that.queries;
        duplicates.addAll(that.duplicates);
        prepared += that.prepared;
        alreadyPrepared += that.alreadyPrepared;
        morePages += that.morePages;
        retries += that.retries;
        speculative += that.speculative;
        notApplied += that.notApplied;
        durationNanos += that.durationNanos;
    }

    @Override
    public long count() {
        return queries;
    }

    @Override
    public long durationNanos() {
        return durationNanos;
    }

    @Override
    public String summary() {
        return queries + " queries with " + duplicates
                + told(prepared, "prepared")
                + told(alreadyPrepared, "already prepared")
                + told(morePages, morePages == 1 ? "more page" : "more pages")
                + told(retries, "retried")
                + told(speculative, "speculative")
                + told(notApplied, "not applied");
    }

    private static String told(long count, String what) {
        return count == 0 ? "" : ", " + count + " " + what;
    }
}
