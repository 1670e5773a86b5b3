package io.github.devserver4j.spring.task;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.trace.Scope;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.SchedulingAwareRunnable;
import org.springframework.util.ClassUtils;

/** A scheduled method, each run of which is recorded as {@code Importer#nightly}. Immutable. */
final class NamedTask implements SchedulingAwareRunnable {

    /** As Spring's tasks call themselves: {@code com.example.Importer.nightly}. */
    private static final Pattern METHOD = Pattern.compile("[\\p{L}\\p{N}_$.]+\\.[\\p{L}\\p{N}_$]+");

    private final Runnable task;
    private final String name;
    private final DevServer devServer;

    private NamedTask(Runnable task, String name, DevServer devServer) {
        this.task = task;
        this.name = name;
        this.devServer = devServer;
    }

    /** The task itself if it is no method; its thread's name has to do then. */
    static Runnable of(Runnable task, DevServer devServer) {
        String method = task.toString();
        return METHOD.matcher(method).matches() ? new NamedTask(task, shortened(method), devServer) : task;
    }

    private static String shortened(String method) {
        int dot = method.lastIndexOf('.');
        return ClassUtils.getShortName(method.substring(0, dot)) + '#' + method.substring(dot + 1);
    }

    @Override
    public void run() {
        try (Scope scope = devServer.task(name)) {
            task.run();
        }
    }

    @Override
    public boolean isLongLived() {
        return task instanceof SchedulingAwareRunnable aware && aware.isLongLived();
    }

    @Override
    public @Nullable String getQualifier() {
        return task instanceof SchedulingAwareRunnable aware ? aware.getQualifier() : null;
    }

    @Override
    public String toString() {
        return task.toString();
    }
}
