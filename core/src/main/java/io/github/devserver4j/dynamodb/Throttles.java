package io.github.devserver4j.dynamodb;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the errors by which DynamoDB asks to come back later; see "Error handling with DynamoDB" in its developer guide,
 * and the codes that both SDKs retry as throttles.
 */
public final class Throttles {

    private static final Set<String> CODES = Set.of(
            "ProvisionedThroughputExceeded",
            "ProvisionedThroughputExceededException",
            "RequestLimitExceeded",
            "RequestThrottled",
            "RequestThrottledException",
            "ThrottledException",
            "Throttling",
            "ThrottlingError",
            "ThrottlingException",
            "TooManyRequestsException");

    private Throttles() {}

    /** Whether an error code or the code of a reason why a transaction was canceled is a throttle. */
    public static boolean contain(@Nullable String code) {
        return code != null && CODES.contains(code);
    }
}
