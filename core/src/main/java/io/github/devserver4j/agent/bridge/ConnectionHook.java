package io.github.devserver4j.agent.bridge;

import org.jspecify.annotations.Nullable;

/** Asked around a {@code DataSource.getConnection} or {@code Driver.connect}. Thread-safe. */
public interface ConnectionHook {

    /** Lets every connection be as it is. */
    ConnectionHook NONE = new ConnectionHook() {
        @Override
        public @Nullable Object opening() {
            return null;
        }

        @Override
        public @Nullable Object opened(
                Object opener, @Nullable Object opening, @Nullable Object connection, @Nullable Throwable thrown) {
            return connection;
        }
    };

    /** Before the call; the answer is given to {@link #opened}. */
    @Nullable
    Object opening();

    /**
     * After the call.
     *
     * @param opener the DataSource or Driver
     * @param opening what {@link #opening()} answered
     * @param connection what the opener returned; null if it threw, or if the driver does not know the URL
     * @param thrown what it threw, or null
     * @return the connection that the caller gets
     */
    @Nullable
    Object opened(Object opener, @Nullable Object opening, @Nullable Object connection, @Nullable Throwable thrown);
}
