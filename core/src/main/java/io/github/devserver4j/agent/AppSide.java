package io.github.devserver4j.agent;

import io.github.devserver4j.trace.OwnLog;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
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
    private final String[] packages;
    private final Recording recording;

    private final ClassValue<BiFunction<@Nullable Object, @Nullable Object, @Nullable Object>> hooks =
            new ClassValue<>() {
                @Override
                protected BiFunction<@Nullable Object, @Nullable Object, @Nullable Object> computeValue(
                        Class<?> place) {
                    return known(place);
                }
            };

    /** By the loaders of libraries; the classes of each that are instrumented keep it alive. */
    private final Map<
                    @Nullable ClassLoader,
                    WeakReference<BiFunction<@Nullable Object, @Nullable Object, @Nullable Object>>>
            loaded = new WeakHashMap<>();

    /**
     * The side of one library.
     *
     * @param name what it is called in messages
     * @param className below {@code io.github.devserver4j.agent.}
     * @param integrations the packages, below {@code io.github.devserver4j.}, that refer to the library's classes
     */
    AppSide(String name, String className, List<String> integrations, Recording recording) {
        this.name = name;
        this.className = ROOT + "agent." + className;
        this.recording = recording;
        this.packages = new String[integrations.size() + 1];
        for (int i = 0; i < integrations.size(); i++) {
            packages[i] = ROOT + integrations.get(i) + ".";
        }
        packages[integrations.size()] = this.className.substring(0, this.className.lastIndexOf('.') + 1);
    }

    @Nullable
    Object at(Class<?> place, @Nullable Object self, @Nullable Object value) {
        return hooks.get(place).apply(self, value);
    }

    /** What is asked is made without a lock: it loads classes of the application. */
    private BiFunction<@Nullable Object, @Nullable Object, @Nullable Object> known(Class<?> place) {
        BiFunction<@Nullable Object, @Nullable Object, @Nullable Object> known = at(place.getClassLoader());
        return known != null ? known : kept(place.getClassLoader(), beside(place));
    }

    private @Nullable BiFunction<@Nullable Object, @Nullable Object, @Nullable Object> at(
            @Nullable ClassLoader library) {
        synchronized (loaded) {
            WeakReference<BiFunction<@Nullable Object, @Nullable Object, @Nullable Object>> known = loaded.get(library);
            return known == null ? null : known.get();
        }
    }

    private BiFunction<@Nullable Object, @Nullable Object, @Nullable Object> kept(
            @Nullable ClassLoader library, BiFunction<@Nullable Object, @Nullable Object, @Nullable Object> made) {
        synchronized (loaded) {
            BiFunction<@Nullable Object, @Nullable Object, @Nullable Object> known = at(library);
            if (known == null) {
                loaded.put(library, new WeakReference<>(made));
            }
            return known == null ? made : known;
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
