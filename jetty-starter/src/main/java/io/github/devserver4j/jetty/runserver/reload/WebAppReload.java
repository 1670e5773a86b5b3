package io.github.devserver4j.jetty.runserver.reload;

import io.github.devserver4j.jetty.runserver.compile.CompileResult;
import io.github.devserver4j.jetty.runserver.compile.IncrementalCompiler;
import io.github.devserver4j.jetty.runserver.compile.ReplacedFile;
import io.github.devserver4j.jetty.runserver.watch.FileChanges;
import io.github.devserver4j.jetty.runserver.watch.FileWatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.jspecify.annotations.Nullable;

/**
 * Reloads a web application when its files are saved:
 *
 * <ol>
 *   <li>lets requests wait from the first event of a save on.
 *   <li>compiles what was saved, into a copy of the application of our own, and copies resources there. An error becomes the
 *       answer.
 *   <li>starts a new context beside the old one; if that fails, perhaps since both want the same file or port, once more
 *       without the old one.
 *   <li>hands the sessions on, lets the requests go on, and retires the old context.
 * </ol>
 *
 * Thread-safe.
 */
public final class WebAppReload implements FileWatcher.Listener, AutoCloseable {

    private final ReloadingHandler handler;
    private final Path application;
    private final Sources sources;
    private final Contexts contexts;
    private final ReloadListener listener;
    private final Retirement retirement;
    private final Set<String> lost = new HashSet<>();
    private @Nullable FileWatcher watcher;
    private @Nullable OwnCopy copy;
    private @Nullable IncrementalCompiler compiler;
    private List<Path> libraries = List.of();
    private @Nullable String jarsToScan;
    private List<SerializedSession> sessions = List.of();
    private boolean old = true;
    private int count;
    private long noticedNanos;

    private WebAppReload(
            ReloadingHandler handler, Path application, Sources sources, Contexts contexts, ReloadListener listener) {
        this.handler = handler;
        this.application = application.toAbsolutePath().normalize();
        this.sources = sources;
        this.contexts = contexts;
        this.listener = listener;
        this.retirement = new Retirement(handler, listener::told);
        handler.afterRequests(retirement::clean);
    }

    /** Makes contexts that are not started. */
    public interface Contexts {
        /** A context for the application in this folder or {@code .war}. */
        WebAppContext of(Path application) throws Exception;
    }

    /** Begins to watch the files of an application that runs in this handler. */
    @SuppressWarnings("ThreadPriorityCheck") // requests go first; it works without, too
    public static WebAppReload start(
            ReloadingHandler handler, Path application, Sources sources, Contexts contexts, ReloadListener listener)
            throws IOException {
        WebAppReload reload = new WebAppReload(handler, application, sources, contexts, listener);
        List<Path> roots = new ArrayList<>(sources.java());
        roots.addAll(sources.resources());
        if (sources.pages() != null) {
            roots.add(sources.pages());
        } else {
            roots.add(reload.application);
        }
        reload.watcher = FileWatcher.start(roots, reload::quietMillis, reload);
        if (sources.areKnown()) {
            Thread warmUp = new Thread(reload::warmUp, "devserver-compiler");
            warmUp.setDaemon(true);
            warmUp.setPriority(Thread.MIN_PRIORITY);
            warmUp.start();
        }
        return reload;
    }

    /** Compiles what waits for it and starts the application anew, whether or not something was saved. */
    public void reloadNow() {
        noticed();
        reload(FileChanges.NONE, true);
        settled();
    }

    @Override
    public void noticed() {
        noticedNanos = System.nanoTime();
        handler.hold();
    }

    @Override
    public void changed(FileChanges changes) {
        handler.hold();
        reload(changes, false);
    }

    @Override
    public void settled() {
        handler.release();
    }

    @Override
    public synchronized void close() throws IOException {
        if (watcher != null) {
            watcher.close();
        }
        retirement.close();
        if (compiler != null) {
            compiler.close();
        }
        if (copy != null) {
            copy.close();
        }
    }

    private int quietMillis(Path file) {
        return SavedFile.quietMillis(file, SavedFile.of(file, sources, application));
    }

    private synchronized void warmUp() {
        try {
            prepare();
            if (compiler != null) {
                compiler.warmUp();
            }
            if (copy != null) {
                jarsToScan = PlainJars.others(libraries);
            }
        } catch (IOException | RuntimeException failure) {
            listener.told("sources are not compiled: " + failure);
        }
    }

    /** Not before it is needed or there is time: the start must not wait for it. */
    private void prepare() throws IOException {
        if (copy == null && sources.areKnown()) {
            OwnCopy made = OwnCopy.of(application, sources.pages());
            copy = made;
            List<Path> classPath = new ArrayList<>(jars(made.folder()));
            libraries = List.copyOf(classPath);
            classPath.addAll(sources.classPath());
            compiler = IncrementalCompiler.create(sources.java(), made.classes(), classPath);
            if (compiler == null) {
                listener.told("this Java has no compiler, so saved sources are not compiled: run devserver with a JDK");
            }
        }
    }

    private synchronized void reload(FileChanges changes, boolean always) {
        if (changes.isEmpty() && !always) {
            return;
        }
        try {
            prepare();
            copyResources(changes);
            if (compile(changes)) {
                startAnew(changes.isEmpty() ? "asked for" : nameOf(changes));
            }
        } catch (Exception | LinkageError failure) {
            fail(failure);
        }
    }

    /** Whether the application can be started. */
    private boolean compile(FileChanges changes) throws IOException {
        Set<Path> written = only(changes.written(), SavedFile.SOURCE);
        Set<Path> deleted = only(changes.deleted(), SavedFile.SOURCE);
        if (compiler == null || (written.isEmpty() && deleted.isEmpty() && !compiler.isPending())) {
            return true;
        }
        long begin = System.nanoTime();
        CompileResult result = compiler.compile(written, deleted);
        if (!result.isGood()) {
            handler.answerWith(Failure.ofCompilation(result.problems()));
            listener.compileFailed(result.problems());
            return false;
        }
        listener.compiled(result.sources(), millisSince(begin));
        return true;
    }

    private void copyResources(FileChanges changes) throws IOException {
        if (copy == null) {
            return;
        }
        for (Path root : sources.resources()) {
            mirror(changes, SavedFile.RESOURCE, root, copy.classes());
        }
        if (sources.pages() == null && Files.isDirectory(application)) {
            mirror(changes, SavedFile.START, application, copy.folder());
        }
    }

    private void mirror(FileChanges changes, SavedFile kind, Path from, Path to) throws IOException {
        for (Path file : only(changes.written(), kind)) {
            if (file.startsWith(from) && Files.isRegularFile(file)) {
                ReplacedFile.write(to.resolve(from.relativize(file).toString()), Files.readAllBytes(file));
            }
        }
        for (Path file : only(changes.deleted(), kind)) {
            if (file.startsWith(from)) {
                Files.deleteIfExists(to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private void startAnew(String cause) throws Exception {
        Generation next = startBesideOrInstead();
        if (old) {
            sessions = handler.current().sessions().serialize();
        }
        inContext(next, () -> next.sessions().restore(sessions, this::lost));
        sessions = List.of();
        Generation before = handler.replaceBy(next);
        handler.answerWith(null);
        if (old) {
            retirement.retire(before);
        }
        old = true;
        retirement.clean();
        listener.reloaded(++count, cause, millisSince(noticedNanos));
    }

    private Generation startBesideOrInstead() throws Exception {
        try {
            return handler.start(context());
        } catch (Exception | LinkageError failure) {
            if (!old) {
                throw failure;
            }
            sessions = handler.current().sessions().serialize();
            old = false;
            handler.discard(handler.current());
            return handler.start(context());
        }
    }

    private WebAppContext context() throws Exception {
        WebAppContext context = contexts.of(copy == null ? application : copy.folder());
        PlainJars.leaveOut(context, jarsToScan);
        return context;
    }

    private void fail(Throwable failure) {
        handler.answerWith(Failure.ofStart(failure));
        listener.startFailed(failure);
    }

    private void lost(String what) {
        if (lost.add(what)) {
            listener.told("not kept over a reload: " + what);
        }
    }

    private static void inContext(Generation generation, Runnable task) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(generation.context().getClassLoader());
        try {
            task.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Set<Path> only(Set<Path> files, SavedFile kind) {
        Set<Path> some = new HashSet<>(files);
        some.removeIf(file -> SavedFile.of(file, sources, application) != kind);
        return some;
    }

    private static String nameOf(FileChanges changes) {
        Set<Path> all = changes.all();
        String first = all.iterator().next().getFileName().toString();
        return all.size() == 1 ? first : first + " and " + (all.size() - 1) + " more";
    }

    private static List<Path> jars(Path application) throws IOException {
        Path lib = application.resolve("WEB-INF").resolve("lib");
        if (!Files.isDirectory(lib)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(lib)) {
            return files.filter(each -> each.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
}
