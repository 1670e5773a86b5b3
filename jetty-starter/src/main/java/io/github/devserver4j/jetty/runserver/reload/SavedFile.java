package io.github.devserver4j.jetty.runserver.reload;

import io.github.devserver4j.jetty.runserver.watch.FileWatcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** What a file that was saved means to the application. */
enum SavedFile {
    /** To be compiled. */
    SOURCE,
    /** To be copied beside the classes. */
    RESOURCE,
    /** Served from where it is: nothing is to be done. */
    PAGE,
    /** Read when the application starts. */
    START,
    /** Of no interest: what editors leave lying about. */
    NONE;

    private static final Set<String> JSP = Set.of("jsp", "jspf", "jspx", "tag", "tagf", "tagx");
    private static final int BUILD_MILLIS = 100;
    private static final int ARCHIVE_MILLIS = 300;
    private static final int SAVE_MILLIS = 20;

    static SavedFile of(Path file, Sources sources, Path application) {
        String name = file.getFileName().toString();
        if (isLeftByEditor(name)) {
            return NONE;
        }
        if (sources.java().stream().anyMatch(file::startsWith)) {
            return name.endsWith(".java") ? SOURCE : NONE;
        }
        if (sources.resources().stream().anyMatch(file::startsWith)) {
            return RESOURCE;
        }
        if (file.equals(application)) {
            return START;
        }
        Path pages = sources.pages() == null ? application : sources.pages();
        return file.startsWith(pages) ? ofPage(pages.relativize(file), name) : NONE;
    }

    private static SavedFile ofPage(Path path, String name) {
        boolean page = JSP.contains(extension(name)) || !(path.startsWith("WEB-INF") || path.startsWith("META-INF"));
        return page && !name.endsWith(".xhtml") ? PAGE : START; // Facelets are kept by their engines
    }

    /** How long nothing may happen until a save is over. */
    static int quietMillis(Path file, SavedFile kind) {
        String extension = extension(file.getFileName().toString());
        return switch (kind) {
            case NONE, PAGE -> FileWatcher.IGNORED;
            case SOURCE, RESOURCE -> isEmpty(file) ? BUILD_MILLIS : SAVE_MILLIS; // emptied to be written anew
            case START ->
                extension.equals("war") || extension.equals("jar")
                        ? ARCHIVE_MILLIS
                        : extension.equals("class") ? BUILD_MILLIS : SAVE_MILLIS;
        };
    }

    private static boolean isEmpty(Path file) {
        return file.toFile().length() == 0 && Files.exists(file);
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isLeftByEditor(String name) {
        return name.startsWith(".")
                || name.startsWith("#")
                || name.endsWith("~")
                || name.equals("4913") // Vim tries whether it may write
                || name.contains("___jb_")
                || Set.of("swp", "swx", "tmp", "bak", "new").contains(extension(name));
    }
}
