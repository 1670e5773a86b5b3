package io.github.devserver4j.jetty.runserver.watch;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Watches folders and all below them, and tells of a burst of events once, when it is over. On a daemon thread of its own.
 */
public final class FileWatcher implements AutoCloseable {

    /** For a file that is of no interest. */
    public static final int IGNORED = -1;

    private static final int MIN_QUIET_MILLIS = 20;
    private static final Logger LOG = System.getLogger("devserver");

    private final WatchService service;
    private final Set<Path> roots;
    private final ToIntFunction<Path> quietMillis;
    private final Listener listener;
    private final FolderSnapshot snapshot;
    private Set<Path> changed = new HashSet<>();
    private int quiet;
    private boolean told;

    private FileWatcher(Set<Path> roots, Set<Path> flat, ToIntFunction<Path> quietMillis, Listener listener)
            throws IOException {
        this.service = FileSystems.getDefault().newWatchService();
        this.roots = roots;
        this.quietMillis = quietMillis;
        this.listener = listener;
        this.snapshot = new FolderSnapshot(this::register, flat);
    }

    /** Hears of changes, on the watcher's thread. */
    public interface Listener {

        /** The first event of a burst: something is being saved. */
        void noticed();

        /** The burst is over. */
        void changed(FileChanges changes);

        /** Nothing has happened since that was not told. */
        void settled();
    }

    /**
     * Begins to watch.
     *
     * @param watched folders that need not all be there, and files; absolute
     * @param quietMillis how long nothing may happen after a change of this file until it is told, in milliseconds;
     *     {@link #IGNORED} if it is not to be told
     */
    public static FileWatcher start(List<Path> watched, ToIntFunction<Path> quietMillis, Listener listener)
            throws IOException {
        Set<Path> roots = new HashSet<>();
        Set<Path> flat = new HashSet<>();
        for (Path each : watched) {
            Path parent = each.getParent();
            boolean file = Files.isRegularFile(each) && parent != null;
            roots.add(file ? parent : each);
            if (file) {
                flat.add(parent);
            }
        }
        FileWatcher watcher = new FileWatcher(roots, flat, quietMillis, listener);
        watcher.snapshot.rescan(watcher.roots);
        Thread thread = new Thread(watcher::run, "devserver-watch");
        thread.setDaemon(true);
        thread.start();
        return watcher;
    }

    @Override
    public void close() throws IOException {
        service.close();
    }

    private void register(Path folder) throws IOException {
        folder.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
    }

    private void run() {
        try {
            while (true) {
                step();
            }
        } catch (ClosedWatchServiceException | InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() throws InterruptedException {
        WatchKey key = next();
        if (key != null) {
            absorb(key);
        } else if (!changed.isEmpty()) {
            tell();
        } else if (told) {
            told = false;
            listener.settled();
        }
    }

    private @Nullable WatchKey next() throws InterruptedException {
        if (!changed.isEmpty()) {
            return service.poll(quiet, MILLISECONDS);
        }
        return told ? service.poll() : service.take();
    }

    private void absorb(WatchKey key) {
        Path folder = (Path) key.watchable();
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.context() instanceof Path name) {
                absorb(folder, folder.resolve(name));
            } else { // an overflow: events were lost
                notice(snapshot.folders(), 0);
            }
        }
        if (!key.reset()) {
            Path parent = folder.getParent();
            notice(roots.contains(folder) || parent == null ? Set.of(folder) : Set.of(folder, parent), 0);
        }
    }

    private void absorb(Path folder, Path file) {
        int millis = Files.isDirectory(file) ? 0 : quietMillis.applyAsInt(file);
        if (millis != IGNORED) {
            notice(Set.of(folder), millis);
        }
    }

    private void notice(Set<Path> folders, int millis) {
        if (!told) {
            told = true;
            listener.noticed();
        }
        quiet = Math.max(quiet, Math.max(millis, MIN_QUIET_MILLIS));
        changed.addAll(folders);
    }

    private void tell() {
        Set<Path> folders = changed;
        changed = new HashSet<>();
        quiet = 0;
        try {
            FileChanges all = snapshot.rescan(folders);
            listener.changed(new FileChanges(interesting(all.written()), interesting(all.deleted())));
        } catch (IOException | RuntimeException | LinkageError failure) {
            LOG.log(Level.WARNING, "a change could not be followed: {0}", failure.toString());
        }
    }

    private Set<Path> interesting(Set<Path> files) {
        Set<Path> interesting = new HashSet<>(files);
        interesting.removeIf(file -> quietMillis.applyAsInt(file) == IGNORED);
        return interesting;
    }
}
