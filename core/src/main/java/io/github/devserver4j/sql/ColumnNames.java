package io.github.devserver4j.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which column each value of a statement belongs to, so that secret ones can be masked: {@code token = ?},
 * {@code lower(token) = ?}, {@code token IN (?, ?)}, {@code INSERT INTO t (id, token) VALUES (?, ?)},
 * {@code (VALUES (?, ?)) AS s(id, token)}, {@code ? AS token}, {@code PASSWORD 'y'}, {@code IDENTIFIED BY 'y'}.
 *
 * <p>It reads no grammar: a statement is cut into {@link Segment}s at commas, AND, OR and clauses, and the names within
 * one are taken for the columns of its values. Not thread-safe, used once.
 */
final class ColumnNames {

    private static final Set<String> SEPARATORS = Set.of(
            ("AND OR XOR SELECT FROM WHERE HAVING ON SET VALUES INTO BY LIMIT OFFSET FETCH RETURNING USING JOIN WHEN"
                            + " THEN ELSE UNION EXCEPT INTERSECT INSERT UPDATE DELETE MERGE WITH DO GROUP ORDER")
                    .split(" "));

    private static final Set<String> COMPARISONS =
            Set.of("LIKE", "ILIKE", "IN", "BETWEEN", "IS", "REGEXP", "RLIKE", "SIMILAR");

    private final Tokens tokens;
    private final ColumnLists lists;
    private final List<ColumnValue> values = new ArrayList<>();
    private final Deque<Nesting> nestings = new ArrayDeque<>();
    private @Nullable String nameBefore;
    private boolean columnsExpected;
    private boolean betweenOpen;
    private boolean identified;
    private boolean credentialNext;

    private ColumnNames(Tokens tokens) {
        this.tokens = tokens;
        this.lists = new ColumnLists(tokens);
    }

    /** The same tokens, those of values with the names of their columns. */
    static Tokens assign(Tokens tokens) {
        ColumnNames reader = new ColumnNames(tokens);
        reader.push(Nesting.Kind.QUERY, null, null);
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).isComment()) {
                reader.read(i, tokens.get(i));
            }
        }
        while (reader.nestings.size() > 1) {
            reader.pop();
        }
        return reader.named();
    }

    private void read(int index, Token token) {
        if (credentialNext && !token.is("VALUES")) {
            values.add(new ColumnValue(index, segment(), "password"));
            credentialNext = false;
            return;
        }
        switch (token.type()) {
            case STRING -> string(index, token);
            case NUMBER, PLACEHOLDER -> value(index);
            case WORD, QUOTED_NAME -> wordOrName(index, token);
            case OPERATOR -> operator(token);
            default -> punctuation(index, token);
        }
    }

    private void string(int index, Token token) {
        String operator = tokens.before(index).text();
        if (operator.endsWith("->") || operator.endsWith("->>") || operator.startsWith("#>")) {
            segment().name(Names.unquoted(token.text()));
        } else {
            value(index);
            if (token.text().charAt(0) == '"') {
                segment().name(Names.unquoted(token.text()));
            }
        }
    }

    private void value(int index) {
        values.add(new ColumnValue(index, segment(), nameBefore));
        nameBefore = null;
        segment().alias(null);
    }

    private void wordOrName(int index, Token token) {
        if (token.is("IDENTIFIED")) {
            nestings.element().nextSegment(false);
            identified = true;
        } else if (tokens.isKeyword(index)) {
            keyword(index, token.word());
        } else if (!tokens.after(index).isPunctuation('.')) {
            String name = Names.unquoted(token.text());
            segment().name(name);
            segment().alias(followsValue(tokens.before(index)) ? name : null);
            nameBefore = name;
        }
    }

    private static boolean followsValue(Token previous) {
        return previous.isLiteral()
                || previous.isPunctuation(')')
                || previous.isPunctuation(']')
                || previous.is("AS")
                || previous.is("END");
    }

    private void keyword(int index, String word) {
        nameBefore = null;
        columnsExpected = word.equals("INTO") || word.equals("INSERT") || (columnsExpected && word.equals("AS"));
        if (identified && (word.equals("BY") || word.equals("AS"))) {
            identified = false;
            credentialNext = true;
        } else if (word.equals("CASE")) {
            push(Nesting.Kind.CASE, segment(), null);
        } else if (word.equals("END") && nestings.element().kind == Nesting.Kind.CASE) {
            pop();
        } else if (COMPARISONS.contains(word)) {
            betweenOpen |= word.equals("BETWEEN");
            segment().operator(true);
        } else if (word.equals("AND") && betweenOpen) {
            betweenOpen = false;
        } else if (SEPARATORS.contains(word) && !tokens.before(index).is("DISTINCT")) {
            separator(word);
        }
    }

    private void separator(String word) {
        Nesting nesting = nestings.element();
        betweenOpen = false;
        nesting.clause = word;
        nesting.nextSegment(false);
    }

    private void operator(Token token) {
        nameBefore = null;
        String text = token.text();
        if (!text.equals("::") && !text.startsWith("->") && !text.startsWith("#>")) {
            segment().operator(text.chars().anyMatch(c -> "=<>~!".indexOf(c) >= 0));
        }
    }

    private void punctuation(int index, Token token) {
        switch (token.text().charAt(0)) {
            case '(', '[' -> open(index);
            case ')', ']' -> close();
            case ',' -> nestings.element().nextSegment(true);
            case ';' -> restart();
            default -> {
                return;
            }
        }
        nameBefore = null;
    }

    private void restart() {
        nestings.clear();
        push(Nesting.Kind.QUERY, null, null);
    }

    private void open(int index) {
        Nesting nesting = nestings.element();
        List<String> listed = lists.of(index);
        if (listed != null || tokens.opensQuery(index)) {
            push(Nesting.Kind.QUERY, null, null);
            nestings.element().columns = listed;
        } else if (columnsExpected) {
            push(Nesting.Kind.COLUMNS, null, null);
        } else if (nesting.query && nesting.clause.equals("VALUES") && isRow(index)) {
            push(Nesting.Kind.ROW, null, null);
        } else {
            push(Nesting.Kind.GROUP, segment(), nameBefore);
        }
        columnsExpected = false;
    }

    private boolean isRow(int index) {
        Token previous = tokens.before(index);
        return previous.is("VALUES") || previous.isPunctuation(',');
    }

    private void close() {
        while (nestings.element().kind == Nesting.Kind.CASE && nestings.size() > 1) {
            pop();
        }
        if (nestings.size() > 1) {
            pop();
        }
    }

    private void push(Nesting.Kind kind, @Nullable Segment around, @Nullable String before) {
        List<String> columns = kind == Nesting.Kind.ROW ? nestings.element().columns : null;
        nestings.push(new Nesting(kind, around, before, columns));
    }

    private void pop() {
        Nesting closed = nestings.pop();
        closed.collectColumn();
        closed.segment.end();
        if (closed.kind == Nesting.Kind.COLUMNS) {
            nestings.element().columns = closed.columns;
        }
    }

    private Segment segment() {
        return nestings.element().segment;
    }

    private Tokens named() {
        List<Token> named = new ArrayList<>(tokens.list());
        for (ColumnValue value : values) {
            String names = value.names();
            if (!names.isEmpty()) {
                named.set(value.index(), named.get(value.index()).withColumn(names));
            }
        }
        return new Tokens(named);
    }
}
