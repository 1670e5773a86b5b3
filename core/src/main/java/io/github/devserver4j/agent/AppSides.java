package io.github.devserver4j.agent;

import io.github.devserver4j.agent.bridge.LibraryHook;
import io.github.devserver4j.trace.Faults;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The app sides of all libraries, by the names of their instrumentations. Thread-safe. */
final class AppSides implements LibraryHook {

    private final Map<String, AppSide> sides = new HashMap<>();

    AppSides(List<InstrumentedLibraries.Entry> libraries, Recording recording) {
        for (InstrumentedLibraries.Entry library : libraries) {
            sides.put(library.name(), library.appSide(recording));
        }
    }

    @Override
    public @Nullable Object at(String library, Class<?> place, @Nullable Object self, @Nullable Object value) {
        try {
            AppSide side = sides.get(library);
            return side == null ? value : side.at(place, self, value);
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
            return value;
        }
    }
}
