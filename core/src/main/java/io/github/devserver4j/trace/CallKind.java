package io.github.devserver4j.trace;

/**
 * A sort of call, such as SQL or cache: its tag in the console and how many of them are summed up.
 *
 * <p>Implementations are singletons, compared by identity; each integration has its own, mostly as an enum constant.
 */
public interface CallKind {

    /** The word in the brackets at a line's start, and the last part of the kind's logger name: {@code sql}. */
    String tag();

    /** An empty tally for the calls of this kind in one request. */
    Tally newTally();
}
