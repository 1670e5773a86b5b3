package io.github.devserver4j.jetty.runserver.reload;

import io.github.devserver4j.jetty.runserver.compile.CompileProblem;
import java.util.List;

/** Hears what reloading does, to tell the developer. Called on the thread that reloads, one call at a time. */
public interface ReloadListener {

    /** Sources were compiled. */
    default void compiled(int sources, long millis) {}

    /** Sources could not be compiled; what runs goes on running, and answers with the problems. */
    default void compileFailed(List<CompileProblem> problems) {}

    /**
     * The application was started anew.
     *
     * @param count how often that has been
     * @param cause what was changed, in a few words: {@code PollDao.java}
     * @param millis from the save that was noticed
     */
    default void reloaded(int count, String cause, long millis) {}

    /** The application could not be started anew. */
    default void startFailed(Throwable failure) {}

    /** Something that is no failure, in one line. */
    default void told(String line) {}
}
