package io.github.devserver4j.spring.transaction;

import io.github.devserver4j.trace.CallSite;
import io.github.devserver4j.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;

/** What a transaction's line calls it: the method that is {@code @Transactional}, without its package. */
final class TransactionName {

    private static final String SPRING_DATA = "org.springframework.data.";

    private TransactionName() {}

    /**
     * {@code OwnerService.save} of {@code com.example.OwnerService.save}; the place that asks where the transaction has no
     * name, as those of a template have not; null for those of Spring Data's own.
     */
    static @Nullable String of(@Nullable String name, TraceRecorder recorder) {
        if (name == null || name.isEmpty()) {
            CallSite place = recorder.rareCallSite();
            StackTraceElement line = place == null ? null : place.element();
            return line == null ? "unnamed" : place(line);
        }
        return name.startsWith(SPRING_DATA) ? null : simple(name);
    }

    private static String place(StackTraceElement place) {
        String method = place.getMethodName();
        boolean isLambda = method.startsWith("lambda$");
        String name = isLambda ? method.substring("lambda$".length(), method.lastIndexOf('$')) : method;
        return simple(place.getClassName() + "." + name);
    }

    private static String simple(String name) {
        int method = name.lastIndexOf('.');
        int type = method < 0 ? -1 : name.lastIndexOf('.', method - 1);
        return name.substring(type + 1).replace('$', '.');
    }
}
