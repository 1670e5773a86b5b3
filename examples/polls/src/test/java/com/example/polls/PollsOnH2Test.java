package com.example.polls;

import org.jspecify.annotations.Nullable;

/** The application as it comes, with H2 in memory. */
final class PollsOnH2Test extends PollsContract {

    @Override
    @Nullable
    String databaseUrl() {
        return null;
    }
}
