package io.github.devserver4j.jetty.runserver.watch;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a burst of events has come to.
 *
 * @param written files that are new or have other content
 * @param deleted files that are gone
 */
public record FileChanges(Set<Path> written, Set<Path> deleted) {

    /** Nothing, which is what a file that came and went leaves. */
    public static final FileChanges NONE = new FileChanges(Set.of(), Set.of());

    public boolean isEmpty() {
        return written.isEmpty() && deleted.isEmpty();
    }

    /** Both, in the order of their names. */
    public Set<Path> all() {
        Set<Path> all = new TreeSet<>(written);
        all.addAll(deleted);
        return all;
    }
}
