package io.github.devserver4j.cassandra;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.connection.BusyConnectionException;
import com.datastax.oss.driver.api.core.cql.ExecutionInfo;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.servererrors.CoordinatorException;
import io.github.devserver4j.trace.FutureCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what a query went through before it was answered, or failed. */
final class Attempts {

    private Attempts() {}

    /** What an exception knows of its query; null for those that never left the driver. */
    static @Nullable ExecutionInfo infoOf(Throwable thrown) {
        Throwable cause = FutureCause.of(thrown);
        return cause instanceof DriverException failure ? failure.getExecutionInfo() : null;
    }

    /**
     * The errors after which the driver sent the query again: {@code OverloadedException from 127.0.0.1:9042}. Where a
     * node was passed over, nothing had been sent to it.
     *
     * @param thrown what the query failed with in the end, or null
     */
    static List<String> retries(@Nullable ExecutionInfo info, @Nullable Throwable thrown) {
        List<String> retries = new ArrayList<>();
        if (info == null || info.getErrors().isEmpty()) {
            return retries;
        }
        for (Map.Entry<Node, Throwable> error : info.getErrors()) {
            if (wasSent(error.getValue())) {
                retries.add(error.getValue().getClass().getSimpleName() + " from " + address(error.getKey()));
            }
        }
        if (thrown != null && FutureCause.of(thrown) instanceof AllNodesFailedException) {
            int last = Math.max(0, retries.size() - 1 - info.getSpeculativeExecutionCount());
            return retries.subList(0, last); // after the others there was nobody left to ask
        }
        return retries;
    }

    /** Drivers before 4.14 have no exception for a node that is passed over, and note nothing of it. */
    private static boolean wasSent(Throwable error) {
        return !(error instanceof BusyConnectionException)
                && !error.getClass().getSimpleName().equals("NodeUnavailableException");
    }

    /** The node that answered or failed last. */
    static @Nullable String coordinator(@Nullable ExecutionInfo info, @Nullable Throwable thrown) {
        Node node = info == null ? null : info.getCoordinator();
        if (node == null && thrown != null && FutureCause.of(thrown) instanceof CoordinatorException failure) {
            node = failure.getCoordinator();
        }
        return node == null ? null : address(node);
    }

    /** {@code 127.0.0.1:9042} of {@code localhost/127.0.0.1:9042}; looks nothing up. */
    private static String address(Node node) {
        String address = node.getEndPoint().toString();
        return address.substring(address.indexOf('/') + 1);
    }
}
