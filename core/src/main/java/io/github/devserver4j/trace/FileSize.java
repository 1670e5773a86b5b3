package io.github.devserver4j.trace;

import java.util.Locale;

/** Bytes as Django's {@code filesizeformat} writes them: {@code 13 bytes}, {@code 4.1 KB}, {@code 102.0 MB}. */
public final class FileSize {

    private static final String[] UNITS = {"KB", "MB", "GB", "TB", "PB"};

    private FileSize() {}

    /** The size in the largest unit that leaves a whole number before the point. */
    public static String of(long bytes) {
        if (bytes < 1024) {
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        }
        double size = bytes / 1024.0;
        int unit = 0;
        while (size >= 1024 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
    }
}
