package io.github.devserver4j.sql;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The statements used last, as many as their texts fit into {@value #MAX_TOTAL} characters. Thread-safe. */
final class SqlTextCache {

    /** Longer statements are rarely met twice and are not kept. */
    private static final int MAX_LENGTH = 20_000;

    /** Split and laid out, a statement takes some forty bytes for each character. */
    private static final int MAX_TOTAL = 500_000;

    private record Key(String sql, SqlDialect dialect) {}

    private final Map<Key, SqlText> texts = new LinkedHashMap<>(256, 0.75f, true);
    private int total;

    SqlText get(String sql, SqlDialect dialect) {
        if (sql.length() > MAX_LENGTH) {
            return SqlText.parse(sql, dialect);
        }
        Key key = new Key(sql, dialect);
        synchronized (texts) {
            SqlText known = texts.get(key);
            if (known != null) {
                return known;
            }
        }
        SqlText parsed = SqlText.parse(sql, dialect);
        put(key, parsed);
        return parsed;
    }

    private void put(Key key, SqlText parsed) {
        synchronized (texts) {
            if (texts.putIfAbsent(key, parsed) == null) {
                total += key.sql.length();
            }
            Iterator<Key> eldest = texts.keySet().iterator();
            while (total > MAX_TOTAL && eldest.hasNext()) {
                total -= eldest.next().sql.length();
                eldest.remove();
            }
        }
    }

    int totalLength() {
        synchronized (texts) {
            return total;
        }
    }
}
