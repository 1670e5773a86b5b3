package io.github.devserver4j.spring.http.application;

import java.util.concurrent.Callable;

/** The place of all calls. */
public final class Caller {

    private Caller() {}

    public static void call(Callable<?> call) throws Exception {
        Object answer = call.call();
        if (!"hello".equals(answer)) {
            throw new AssertionError(answer);
        }
    }
}
