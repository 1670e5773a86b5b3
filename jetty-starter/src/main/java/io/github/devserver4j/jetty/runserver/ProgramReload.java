package io.github.devserver4j.jetty.runserver;

import io.github.devserver4j.jetty.runserver.compile.CompileResult;
import io.github.devserver4j.jetty.runserver.compile.IncrementalCompiler;
import io.github.devserver4j.jetty.runserver.compile.ReplacedFile;
import io.github.devserver4j.jetty.runserver.reload.OwnCopy;
import io.github.devserver4j.jetty.runserver.watch.FileChanges;
import io.github.devserver4j.jetty.runserver.watch.FileWatcher;
import io.github.devserver4j.jetty.terminal.TerminalSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Has a program run anew when its jar was built anew, or when its sources were saved and could be compiled. Where the
 * program has Spring Boot's devtools, classes are compiled and the rest is left to them.
 */
final class ProgramReload implements FileWatcher.Listener {

    private static final int ARCHIVE_MILLIS = 300;
    private static final int SAVE_MILLIS = 20;

    private final ProgramFiles files;
    private final ChildProgram child;
    private final ReloadStatus status;
    private @Nullable IncrementalCompiler compiler;
    private int count;
    private long noticedNanos;

    private ProgramReload(ProgramFiles files, ChildProgram child, ReloadStatus status) {
        this.files = files;
        this.child = child;
        this.status = status;
    }

    static void start(ProgramFiles files, ChildProgram child, TerminalSession terminal) {
        ReloadStatus status = new ReloadStatus(new ReloadLines(System.out));
        ProgramReload reload = new ProgramReload(files, child, status);
        status.reloadBy(reload::restartNow);
        terminal.reloads(status);
        try {
            FileWatcher.start(reload.roots(), reload::quietMillis, reload);
            if (files.sources().areKnown()) {
                Runtime.getRuntime().addShutdownHook(new Thread(reload::end, "devserver-reload-end"));
            }
        } catch (IOException failure) {
            status.told("saved files are not noticed: " + failure.getMessage());
        }
    }

    @Override
    public void noticed() {
        noticedNanos = System.nanoTime();
    }

    @Override
    public void changed(FileChanges changes) {
        if (changes.isEmpty()) {
            return;
        }
        try {
            if (!files.sources().areKnown() ? Files.exists(files.jar()) : isCompiled(changes)) {
                restart(changes.all().iterator().next().getFileName().toString(), files.restartsItself());
            }
        } catch (IOException failure) {
            status.told("what was saved could not be compiled: " + failure);
        }
    }

    @Override
    public void settled() {}

    private List<Path> roots() {
        if (!files.sources().areKnown()) {
            return List.of(files.jar());
        }
        List<Path> roots = new ArrayList<>(files.sources().java());
        roots.addAll(files.sources().resources());
        return roots;
    }

    private int quietMillis(Path file) {
        if (!files.sources().areKnown()) {
            return file.equals(files.jar()) ? ARCHIVE_MILLIS : FileWatcher.IGNORED;
        }
        String name = file.getFileName().toString();
        boolean left = name.startsWith(".") || name.endsWith("~") || name.endsWith(".tmp") || name.equals("4913");
        return left || !(isSource(file) || isResource(file)) ? FileWatcher.IGNORED : SAVE_MILLIS;
    }

    private boolean isSource(Path file) {
        return file.toString().endsWith(".java")
                && files.sources().java().stream().anyMatch(file::startsWith);
    }

    private boolean isResource(Path file) {
        return files.sources().resources().stream().anyMatch(file::startsWith);
    }

    private boolean isCompiled(FileChanges changes) throws IOException {
        copyResources(changes);
        IncrementalCompiler own = compiler();
        Set<Path> written = only(changes.written());
        Set<Path> deleted = only(changes.deleted());
        if (own == null || (written.isEmpty() && deleted.isEmpty() && !own.isPending())) {
            return true;
        }
        long begin = System.nanoTime();
        CompileResult result = own.compile(written, deleted);
        if (result.isGood()) {
            status.compiled(result.sources(), millisSince(begin));
        } else {
            status.compileFailed(result.problems());
        }
        return result.isGood();
    }

    private Set<Path> only(Set<Path> changed) {
        Set<Path> sources = new HashSet<>(changed);
        sources.removeIf(file -> !isSource(file));
        return sources;
    }

    private void copyResources(FileChanges changes) throws IOException {
        for (Path root : files.sources().resources()) {
            for (Path file : changes.all()) {
                if (file.startsWith(root)) {
                    copy(file, files.jar().resolve(root.relativize(file).toString()));
                }
            }
        }
    }

    private static void copy(Path file, Path target) throws IOException {
        if (Files.isRegularFile(file)) {
            ReplacedFile.write(target, Files.readAllBytes(file));
        } else {
            Files.deleteIfExists(target);
        }
    }

    private @Nullable IncrementalCompiler compiler() throws IOException {
        if (compiler == null) {
            compiler = IncrementalCompiler.create(files.sources().java(), files.jar(), files.classPath());
        }
        return compiler;
    }

    private void restartNow() {
        noticed();
        restart("asked for", false);
    }

    private void restart(String cause, boolean byItself) {
        if (!byItself) {
            child.restart();
        }
        status.reloaded(++count, cause, millisSince(noticedNanos));
    }

    private void end() {
        try {
            OwnCopy.at(files.jar()).close();
        } catch (IOException left) {
            // a temporary folder stays
        }
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
}
