package io.github.devserver4j.jetty.runserver;

import io.github.devserver4j.jetty.runserver.compile.CompileProblem;
import io.github.devserver4j.jetty.runserver.reload.ReloadListener;
import io.github.devserver4j.jetty.terminal.LastCompile;
import io.github.devserver4j.jetty.terminal.Reloads;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the terminal's status line shows of reloading, and its key does; all else goes on to the lines. Thread-safe. */
final class ReloadStatus implements ReloadListener, Reloads {

    private final ReloadLines lines;
    private volatile Runnable reload = () -> {};
    private volatile int count;
    private volatile @Nullable LastCompile lastCompile;

    ReloadStatus(ReloadLines lines) {
        this.lines = lines;
    }

    void reloadBy(Runnable action) {
        reload = action;
    }

    @Override
    public void reloadNow() {
        Thread thread = new Thread(reload, "devserver-reload");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public @Nullable LastCompile lastCompile() {
        return lastCompile;
    }

    @Override
    public void compiled(int sources, long millis) {
        lastCompile = new LastCompile(millis, false);
        lines.compiled(sources, millis);
    }

    @Override
    public void compileFailed(List<CompileProblem> problems) {
        lastCompile = new LastCompile(0, true);
        lines.compileFailed(problems);
    }

    @Override
    public void reloaded(int times, String cause, long millis) {
        count = times;
        lines.reloaded(times, cause, millis);
    }

    @Override
    public void startFailed(Throwable failure) {
        lines.startFailed(failure);
    }

    @Override
    public void told(String line) {
        lines.told(line);
    }
}
