package io.github.devserver4j.sql;

import static io.github.devserver4j.sql.LexicalRule.AT_NAMES;
import static io.github.devserver4j.sql.LexicalRule.BACKSLASH_ESCAPES;
import static io.github.devserver4j.sql.LexicalRule.BACKTICK_NAMES;
import static io.github.devserver4j.sql.LexicalRule.BRACKET_NAMES;
import static io.github.devserver4j.sql.LexicalRule.DOLLAR_STRINGS;
import static io.github.devserver4j.sql.LexicalRule.DOUBLED_QUESTION_MARK;
import static io.github.devserver4j.sql.LexicalRule.DOUBLE_QUOTED_STRINGS;
import static io.github.devserver4j.sql.LexicalRule.ESCAPE_STRINGS;
import static io.github.devserver4j.sql.LexicalRule.HASH_COMMENTS;
import static io.github.devserver4j.sql.LexicalRule.HASH_NAMES;
import static io.github.devserver4j.sql.LexicalRule.NAMED_PLACEHOLDERS;
import static io.github.devserver4j.sql.LexicalRule.NESTED_COMMENTS;
import static io.github.devserver4j.sql.LexicalRule.Q_STRINGS;
import static io.github.devserver4j.sql.LexicalRule.SLASH_COMMENTS;
import static io.github.devserver4j.sql.LexicalRule.SPACED_DASH_COMMENTS;
import static io.github.devserver4j.sql.LexicalRule.TAGGED_DOLLAR_STRINGS;
import static io.github.devserver4j.sql.LexicalRule.VERSION_COMMENTS;

import java.util.Locale;
import java.util.Set;

/** The differences between databases that matter for splitting a statement into tokens. */
public enum SqlDialect {
    STANDARD(AT_NAMES, BACKTICK_NAMES),
    POSTGRESQL(ESCAPE_STRINGS, DOLLAR_STRINGS, TAGGED_DOLLAR_STRINGS, NESTED_COMMENTS, DOUBLED_QUESTION_MARK),
    MYSQL(
            AT_NAMES,
            BACKSLASH_ESCAPES,
            BACKTICK_NAMES,
            DOUBLE_QUOTED_STRINGS,
            HASH_COMMENTS,
            SPACED_DASH_COMMENTS,
            VERSION_COMMENTS),
    H2(AT_NAMES, BACKTICK_NAMES, DOLLAR_STRINGS, NESTED_COMMENTS),
    ORACLE(HASH_NAMES, Q_STRINGS),
    SQL_SERVER(AT_NAMES, BRACKET_NAMES, HASH_NAMES, NESTED_COMMENTS),
    /** CQL. */
    CASSANDRA(DOLLAR_STRINGS, NAMED_PLACEHOLDERS, SLASH_COMMENTS);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable, its type just does not say so
    private final Set<LexicalRule> rules;

    SqlDialect(LexicalRule... rules) {
        this.rules = Set.of(rules);
    }

    boolean has(LexicalRule rule) {
        return rules.contains(rule);
    }

    /** The dialect of a database by its {@code DatabaseMetaData.getDatabaseProductName()}. */
    public static SqlDialect ofProduct(String productName) {
        String name = productName.toLowerCase(Locale.ROOT);
        if (name.contains("postgres")) {
            return POSTGRESQL;
        }
        if (name.contains("mysql") || name.contains("mariadb")) {
            return MYSQL;
        }
        if (name.equals("h2")) {
            return H2;
        }
        if (name.contains("oracle")) {
            return ORACLE;
        }
        return name.contains("microsoft sql server") ? SQL_SERVER : STANDARD;
    }
}
