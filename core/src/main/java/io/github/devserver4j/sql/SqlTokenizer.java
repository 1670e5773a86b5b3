package io.github.devserver4j.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a statement into tokens, in one pass and in linear time. Any text is accepted, and the tokens' texts one after
 * the other are that text again. Not thread-safe, used once.
 */
final class SqlTokenizer {

    private static final String OPERATORS = "+-*/<>=~!@#%^&|:";

    private final String sql;
    private final SqlDialect dialect;
    private final CommentScanner comments;
    private final StringScanner strings;
    private final WordScanner words;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private boolean spaced;
    private int parameters;
    /** How many maps and sets are open. */
    private int braces;
    /** Whether what comes next in a map is a key or a value, and not what stands between them. */
    private boolean beforeTerm;

    private SqlTokenizer(String sql, SqlDialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
        this.comments = new CommentScanner(sql, dialect);
        this.strings = new StringScanner(sql, dialect);
        this.words = new WordScanner(sql, dialect);
    }

    static List<Token> tokenize(String sql, SqlDialect dialect) {
        SqlTokenizer tokenizer = new SqlTokenizer(sql, dialect);
        while (tokenizer.position < sql.length()) {
            tokenizer.next();
        }
        return tokenizer.tokens;
    }

    private void next() {
        boolean done = add(TokenType.WHITESPACE, words.whitespaceEnd(position))
                || add(TokenType.LINE_COMMENT, comments.lineCommentEnd(position))
                || add(TokenType.BLOCK_COMMENT, comments.blockCommentEnd(position))
                || add(TokenType.STRING, strings.stringEnd(position))
                || add(TokenType.QUOTED_NAME, strings.quotedNameEnd(position))
                || add(TokenType.NUMBER, words.numberEnd(position))
                || addColon()
                || add(TokenType.WORD, words.wordEnd(position))
                || addQuestionMark()
                || add(TokenType.OPERATOR, operatorEnd(position))
                || add(TokenType.PUNCTUATION, position + 1);
        if (!done) {
            throw new IllegalStateException("No token at " + position);
        }
    }

    private boolean add(TokenType type, int end) {
        if (end == position) {
            return false;
        }
        return add(Token.of(type, sql.substring(position, end), spaced));
    }

    private boolean add(Token token) {
        tokens.add(token);
        note(token);
        position += token.text().length();
        spaced = token.type() == TokenType.WHITESPACE;
        return true;
    }

    private boolean addQuestionMark() {
        if (sql.charAt(position) != '?') {
            return false;
        }
        if (sql.startsWith("??", position) && dialect.has(LexicalRule.DOUBLED_QUESTION_MARK)) {
            int end = position + 2;
            boolean longer = end < sql.length() && (sql.charAt(end) == '|' || sql.charAt(end) == '&');
            return add(TokenType.OPERATOR, longer ? end + 1 : end);
        }
        int end = words.digitsEnd(position + 1);
        String text = sql.substring(position, end);
        return add(Token.placeholder(text, spaced, parameterOf(text)));
    }

    /** A colon by itself stands between key and value of a map, a name after it notwithstanding. */
    private boolean addColon() {
        if (sql.charAt(position) != ':' || !dialect.has(LexicalRule.NAMED_PLACEHOLDERS)) {
            return false;
        }
        int name = position + 1;
        int quoted = name < sql.length() ? strings.quotedNameEnd(name) : name;
        int end = quoted > name ? quoted : words.wordEnd(position);
        if (end <= name || followsMapKey()) {
            return add(TokenType.PUNCTUATION, name);
        }
        return add(Token.placeholder(sql.substring(position, end), spaced, ++parameters));
    }

    private boolean followsMapKey() {
        return braces > 0 && !beforeTerm;
    }

    private void note(Token token) {
        if (token.type() == TokenType.WHITESPACE || token.isComment()) {
            return;
        }
        braces += token.isPunctuation('{') ? 1 : token.isPunctuation('}') && braces > 0 ? -1 : 0;
        boolean opens = token.type() == TokenType.PUNCTUATION && "{[(,:".contains(token.text());
        beforeTerm = opens || token.type() == TokenType.OPERATOR;
    }

    private int parameterOf(String placeholder) {
        boolean numbered = placeholder.length() > 1 && placeholder.length() < 8;
        return numbered ? Integer.parseInt(placeholder.substring(1).replace("_", "")) : ++parameters;
    }

    private int operatorEnd(int start) {
        int end = start;
        while (end < sql.length() && isOperator(sql.charAt(end)) && !(end > start && beginsComment(end))) {
            end++;
        }
        return end;
    }

    private boolean isOperator(char c) {
        if (c == ':' && dialect.has(LexicalRule.NAMED_PLACEHOLDERS)) {
            return false; // a=:b
        }
        return OPERATORS.indexOf(c) >= 0 || (c == '`' && !dialect.has(LexicalRule.BACKTICK_NAMES));
    }

    private boolean beginsComment(int index) {
        return sql.startsWith("--", index)
                || sql.startsWith("/*", index)
                || sql.startsWith("*/", index)
                || comments.isSlashes(index);
    }
}
