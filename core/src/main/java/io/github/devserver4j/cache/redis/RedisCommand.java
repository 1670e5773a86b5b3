package io.github.devserver4j.cache.redis;

import io.github.devserver4j.cache.CacheAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What a Redis command does, as the documentation of commands at redis.io tells. Immutable; one instance for each command
 * that is known.
 *
 * @param name in upper case: {@code MGET}
 * @param action what it asks of a cache; of {@link ReplyKind#COUNT} see {@link #action(int)}
 * @param keys which of its arguments are keys, and may be shown
 * @param reply what its reply says of keys that were there
 */
public record RedisCommand(String name, CacheAction action, KeyArguments keys, ReplyKind reply) {

    /** Which arguments of a command are keys, counted from behind its name. */
    public enum KeyArguments {
        /** None: they may be anything, passwords included. */
        NONE,
        /** The first alone. */
        FIRST,
        /** The first, and the second is the field asked for. */
        FIRST_AND_FIELD,
        /** All of them. */
        ALL,
        /** The first, the third and so on: each is followed by its value. */
        PAIRS,
        /** Not known from its name; the client may know. */
        UNKNOWN
    }

    /** What a reply says of hits and misses. */
    public enum ReplyKind {
        /** Nothing. */
        NONE,
        /** A value that is null where there is none. */
        VALUE,
        /** A part of a value or a collection that is empty where there is none. */
        CONTENT,
        /** For each key its value, or null. */
        VALUES,
        /** How many of the keys exist. */
        COUNT,
        /** Whether it is there. */
        FLAG,
        /** For each key whether it is there. */
        FLAGS
    }

    /** The command with this name, which the table has in upper case. Others are calls that are neither hit nor miss. */
    public static RedisCommand of(String name) {
        RedisCommand known = RedisCommands.BY_NAME.get(name);
        if (known == null) {
            String upperCase = name.toUpperCase(Locale.ROOT);
            known = RedisCommands.BY_NAME.get(upperCase);
            return known == null ? other(upperCase) : known;
        }
        return known;
    }

    /** The command that is sent as these bytes, in any case. */
    public static RedisCommand of(byte[] name) {
        return of(new String(name, StandardCharsets.UTF_8));
    }

    private static RedisCommand other(String name) {
        return new RedisCommand(name, CacheAction.OTHER, KeyArguments.UNKNOWN, ReplyKind.NONE);
    }

    /** What the command asks of a cache when it names so many keys. */
    public CacheAction action(int keyCount) {
        boolean bulk = reply == ReplyKind.COUNT && keyCount > 1;
        return bulk ? CacheAction.BULK_READ : action;
    }
}
