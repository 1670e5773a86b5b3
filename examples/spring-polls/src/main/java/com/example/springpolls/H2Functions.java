package com.example.springpolls;

/** What PostgreSQL has and H2 lacks; public, because H2 calls it. */
public final class H2Functions {

    private H2Functions() {}

    /** Stands in for {@code pg_sleep}: waits that many seconds and returns as much as nothing. */
    public static String pgSleep(double seconds) throws InterruptedException {
        Thread.sleep(Math.round(seconds * 1000));
        return "";
    }
}
