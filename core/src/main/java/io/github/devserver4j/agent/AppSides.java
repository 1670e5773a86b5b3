package io.github.devserver4j.agent;

import io.github.devserver4j.trace.Faults;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The app sides of all libraries, by the names of their instrumentations. Thread-safe. */
final class AppSides implements Function<@Nullable Object[], @Nullable Object> {

    static final String HOOK = "libraries";

    private final Map<String, AppSide> sides = new HashMap<>();

    AppSides(List<InstrumentedLibraries.Entry> libraries, Recording recording) {
        for (InstrumentedLibraries.Entry library : libraries) {
            sides.put(library.name(), library.appSide(recording));
        }
    }

    /**
     * Asked by an instrumented method.
     *
     * @param call the name of the instrumentation, the class whose method was instrumented, the object that it was called on (null
     *     if it is static, or not constructed yet), and what it returned, or was given
     * @return what is to be used in place of the last; it has the same interfaces
     */
    @Override
    public @Nullable Object apply(@Nullable Object[] call) {
        try {
            AppSide side = sides.get(call[0]);
            return side == null || !(call[1] instanceof Class<?> place) ? call[3] : side.at(place, call[2], call[3]);
        } catch (Throwable fault) { // in a constructor nothing of it would be suppressed
            Faults.report(fault);
            return call[3];
        }
    }
}
