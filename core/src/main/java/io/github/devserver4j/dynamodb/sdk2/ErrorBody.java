package io.github.devserver4j.dynamodb.sdk2;

import io.github.devserver4j.dynamodb.Throttles;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning of an error's body as the SDK reads it, to tell a throttle that the SDK retries without a word:
 * {@code {"__type":"com.amazonaws.dynamodb.v20120810#ThrottlingException","message":…}}. Bounded.
 */
final class ErrorBody {

    private static final int ENOUGH = 512;
    private static final Pattern TYPE = Pattern.compile("\"__type\"\\s*:\\s*\"(?:[^\"#]*+#)?([^\"#:]++)");

    private final SdkExchange exchange;
    private final ByteBuffer beginning = ByteBuffer.allocate(ENOUGH);
    private boolean told;

    ErrorBody(SdkExchange exchange) {
        this.exchange = exchange;
    }

    void read(byte[] bytes, int offset, int length) {
        beginning.put(bytes, offset, Math.min(length, beginning.remaining()));
    }

    /** Leaves the position of the SDK's buffer where it is. */
    void read(ByteBuffer bytes) {
        ByteBuffer ours = bytes.duplicate();
        ours.limit(ours.position() + Math.min(ours.remaining(), beginning.remaining()));
        beginning.put(ours);
    }

    /** Counts a throttle, if it is one; only the first call has an effect. */
    void end() {
        if (!told) {
            told = true;
            String text = new String(beginning.array(), 0, beginning.position(), StandardCharsets.UTF_8);
            Matcher type = TYPE.matcher(text);
            if (type.find() && Throttles.contain(type.group(1))) {
                exchange.throttled();
            }
        }
    }
}
