package io.github.devserver4j.agent;

import io.github.devserver4j.trace.OwnLog;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a library's instrumented methods ask: a class of the package {@code agent.NAME} that has a public constructor for a
 * {@link Recording}. It is loaded once beside each copy of the library that applications bring, and lives as long as
 * that. Thread-safe.
 */
final class AppSide {

    private static final Logger LOG = OwnLog.get();
    private static final String ROOT = "io.github.devserver4j.";

    private final String name;
    private final String className;
    private final String anchor;
    private final String[] packages;
    private final Recording recording;

    private final ClassValue<BiFunction<@Nullable Object, @Nullable Object, @Nullable Object>> hooks =
            new ClassValue<>() {
                @Override
                protected BiFunction<@Nullable Object, @Nullable Object, @Nullable Object> computeValue(
                        Class<?> place) {
                    Class<?> same = anchorBeside(place);
                    return same == place ? beside(place) : hookOf(same);
                }
            };

    /**
     * The side of one library.
     *
     * @param name what it is called in messages
     * @param className below {@code io.github.devserver4j.agent.}
     * @param anchor one of the library's instrumented classes: all of its classes that see the same one ask the same hook
     * @param integrations the packages, below {@code io.github.devserver4j.}, that refer to the library's classes
     */
    AppSide(String name, String className, String anchor, List<String> integrations, Recording recording) {
        this.name = name;
        this.className = ROOT + "agent." + className;
        this.anchor = anchor;
        this.recording = recording;
        this.packages = new String[integrations.size() + 1];
        for (int i = 0; i < integrations.size(); i++) {
            packages[i] = ROOT + integrations.get(i) + ".";
        }
        packages[integrations.size()] = this.className.substring(0, this.className.lastIndexOf('.') + 1);
    }

    @Nullable
    Object at(Class<?> place, @Nullable Object self, @Nullable Object value) {
        return hookOf(place).apply(self, value);
    }

    private BiFunction<@Nullable Object, @Nullable Object, @Nullable Object> hookOf(Class<?> place) {
        return hooks.get(place);
    }

    private Class<?> anchorBeside(Class<?> place) {
        try {
            return place.getName().equals(anchor) ? place : Class.forName(anchor, false, place.getClassLoader());
        } catch (ClassNotFoundException | LinkageError other) {
            return place; // of another edition of the library
        }
    }

    @SuppressWarnings("unchecked") // each of these classes implements it
    private BiFunction<@Nullable Object, @Nullable Object, @Nullable Object> beside(Class<?> place) {
        try {
            ClassLoader application = place.getClassLoader();
            ClassLoader loader = application == null
                    ? AppSide.class.getClassLoader()
                    : new AppSideClassLoader(application, packages);
            return (BiFunction<@Nullable Object, @Nullable Object, @Nullable Object>)
                    loader.loadClass(className).getConstructor(Recording.class).newInstance(recording);
        } catch (ReflectiveOperationException | LinkageError failure) {
            LOG.log(Level.WARNING, "{0} not recorded: {1}", name, AppSideFailure.reason(failure));
            return (self, value) -> value;
        }
    }
}
