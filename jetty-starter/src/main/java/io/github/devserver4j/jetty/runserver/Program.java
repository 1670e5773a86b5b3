package io.github.devserver4j.jetty.runserver;

import java.util.List;

/** An application that is its own server, and is run in a JVM of its own. */
interface Program {

    /** What is run, as it was given. */
    String name();

    /** What it is, for {@code --check}. */
    String description();

    /** What comes after {@code java} and its options. */
    List<String> command();

    /** Whether it can be told where to listen. */
    boolean takesAddress();

    /** What it is run from: a save there has it run anew. */
    ProgramFiles files();

    /** What it serves with. */
    FoundServer server();
}
