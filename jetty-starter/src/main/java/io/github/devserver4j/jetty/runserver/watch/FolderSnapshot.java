package io.github.devserver4j.jetty.runserver.watch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the files of folders and finds what has changed in them: events of a file system tell where to look, not what
 * has happened, and some are lost. Not thread-safe.
 */
final class FolderSnapshot {

    private final Map<Path, Map<Path, Stamp>> folders = new HashMap<>();
    private final FolderListener listener;
    private final Set<Path> flat;
    private Set<Path> written = new TreeSet<>();
    private Set<Path> deleted = new TreeSet<>();

    /**
     * One that knows nothing yet.
     *
     * @param flat folders that those below are of no interest of
     */
    FolderSnapshot(FolderListener listener, Set<Path> flat) {
        this.listener = listener;
        this.flat = flat;
    }

    /** Hears of each folder before it is read, so that nothing that comes later is missed. */
    interface FolderListener {
        void reads(Path folder) throws IOException;
    }

    Set<Path> folders() {
        return Set.copyOf(folders.keySet());
    }

    /** Reads these folders, new ones below them and what they had; tells what is not as it was. */
    FileChanges rescan(Set<Path> changed) throws IOException {
        written = new TreeSet<>();
        deleted = new TreeSet<>();
        for (Path folder : changed) {
            read(folder);
        }
        return new FileChanges(written, deleted);
    }

    private void read(Path folder) throws IOException {
        Map<Path, Stamp> before = folders.getOrDefault(folder, Map.of());
        Map<Path, Stamp> now = new HashMap<>();
        Set<Path> children = new HashSet<>();
        try {
            listener.reads(folder);
            list(folder, now, children);
            if (flat.contains(folder)) {
                children.clear();
            }
        } catch (NoSuchFileException gone) {
            forget(folder);
            return;
        }
        folders.put(folder, now);
        compare(before, now);
        for (Path known : List.copyOf(folders.keySet())) {
            if (folder.equals(known.getParent()) && !children.contains(known)) {
                forget(known);
            }
        }
        for (Path child : children) {
            if (!folders.containsKey(child)) {
                read(child);
            }
        }
    }

    private static void list(Path folder, Map<Path, Stamp> files, Set<Path> children) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                Stamp stamp = Stamp.of(entry);
                if (stamp == null || entry.getFileName().toString().startsWith(".")) {
                    continue;
                }
                if (stamp.folder) {
                    children.add(entry);
                } else {
                    files.put(entry, stamp);
                }
            }
        }
    }

    private void compare(Map<Path, Stamp> before, Map<Path, Stamp> now) {
        now.forEach((file, stamp) -> {
            if (!stamp.equals(before.get(file))) {
                written.add(file);
            }
        });
        before.keySet().stream().filter(file -> !now.containsKey(file)).forEach(deleted::add);
    }

    private void forget(Path folder) {
        for (Path known : List.copyOf(folders.keySet())) {
            if (known.startsWith(folder)) {
                Map<Path, Stamp> gone = folders.remove(known);
                deleted.addAll(gone == null ? Set.of() : gone.keySet());
            }
        }
    }

    private record Stamp(
            boolean folder,
            FileTime modified,
            long size,
            @Nullable Object key) {

        static @Nullable Stamp of(Path file) {
            try {
                BasicFileAttributes read = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(read.isDirectory(), read.lastModifiedTime(), read.size(), read.fileKey());
            } catch (IOException gone) {
                return null;
            }
        }
    }
}
