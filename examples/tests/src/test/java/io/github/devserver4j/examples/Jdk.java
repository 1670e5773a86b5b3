package io.github.devserver4j.examples;

import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A JDK that child JVMs run on.
 *
 * @param home its folder
 */
record Jdk(Path home) {

    /** Names the home of a second JDK; tests for it are skipped where it is not set. */
    static final String SECOND_HOME = "SECOND_JDK_HOME";

    static final String SKIPPED = "not run on a second JDK: SECOND_JDK_HOME is not set";

    /** The one that the tests run on themselves. */
    static Jdk main() {
        return new Jdk(Path.of(System.getProperty("java.home")));
    }

    static Jdk second() {
        return new Jdk(Path.of(System.getenv(SECOND_HOME)));
    }

    /** The first, and the second where it is set. */
    static Stream<Jdk> all() {
        return System.getenv(SECOND_HOME) == null ? Stream.of(main()) : Stream.of(main(), second());
    }

    String java() {
        return tool("java");
    }

    String tool(String name) {
        return home.resolve("bin").resolve(name).toString();
    }
}
