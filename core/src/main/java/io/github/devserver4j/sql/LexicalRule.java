package io.github.devserver4j.sql;

/** One way in which databases differ in what they take for a literal, a name or a comment. */
enum LexicalRule {
    /** A backslash escapes the next character of every string. */
    BACKSLASH_ESCAPES,
    /** A backslash does so in {@code E'...'} alone. */
    ESCAPE_STRINGS,
    /** {@code "..."} is a string, and not a name. */
    DOUBLE_QUOTED_STRINGS,
    /** {@code q'[...]'}. */
    Q_STRINGS,
    /** {@code $$...$$}. */
    DOLLAR_STRINGS,
    /** {@code $tag$...$tag$}. */
    TAGGED_DOLLAR_STRINGS,
    BACKTICK_NAMES,
    BRACKET_NAMES,
    /** {@code @name}. */
    AT_NAMES,
    /** {@code #name} and {@code na#me}. */
    HASH_NAMES,
    HASH_COMMENTS,
    /** {@code //} begins a comment, as {@code --} does. */
    SLASH_COMMENTS,
    /** Two dashes begin a comment only where a space follows: {@code 5--3} is 8. */
    SPACED_DASH_COMMENTS,
    NESTED_COMMENTS,
    /** {@code :name} and {@code :"Name"}, each of which is a placeholder of its own. */
    NAMED_PLACEHOLDERS,
    /** The code inside {@code /*!80000 ... *}{@code /} is run. */
    VERSION_COMMENTS,
    /** {@code ??} is the operator {@code ?}, as pgjdbc has it. */
    DOUBLED_QUESTION_MARK
}
