package io.github.devserver4j.cache.redis;

import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.cache.redis.RedisCommand.KeyArguments;
import io.github.devserver4j.cache.redis.RedisCommand.ReplyKind;
import java.util.HashMap;
import java.util.Map;

/** The table of the commands that read, write or remove, and of those whose arguments must not be shown. */
final class RedisCommands {

    static final Map<String, RedisCommand> BY_NAME = table();

    private RedisCommands() {}

    private static Map<String, RedisCommand> table() {
        Map<String, RedisCommand> table = new HashMap<>();
        reads(table);
        writes(table);
        removals(table);
        others(table);
        return Map.copyOf(table);
    }

    private static void reads(Map<String, RedisCommand> table) {
        put(table, CacheAction.READ, KeyArguments.FIRST, ReplyKind.VALUE, """
                GET GETEX LINDEX ZSCORE ZRANK ZREVRANK DUMP JSON.GET""");
        put(table, CacheAction.READ, KeyArguments.FIRST_AND_FIELD, ReplyKind.VALUE, "HGET");
        put(table, CacheAction.READ, KeyArguments.FIRST, ReplyKind.CONTENT, """
                GETRANGE SUBSTR HGETALL HKEYS HVALS LRANGE SMEMBERS SRANDMEMBER HRANDFIELD ZRANDMEMBER \
                ZRANGE ZRANGEBYSCORE ZRANGEBYLEX ZREVRANGE ZREVRANGEBYSCORE ZREVRANGEBYLEX XRANGE XREVRANGE""");
        put(table, CacheAction.READ, KeyArguments.FIRST_AND_FIELD, ReplyKind.FLAG, "HEXISTS");
        put(table, CacheAction.READ, KeyArguments.FIRST, ReplyKind.FLAG, "SISMEMBER");
        put(table, CacheAction.READ, KeyArguments.ALL, ReplyKind.COUNT, "EXISTS");
        put(table, CacheAction.BULK_READ, KeyArguments.ALL, ReplyKind.VALUES, "MGET");
        put(table, CacheAction.BULK_READ, KeyArguments.FIRST, ReplyKind.VALUES, "HMGET HGETEX ZMSCORE");
        put(table, CacheAction.BULK_READ, KeyArguments.FIRST, ReplyKind.FLAGS, "SMISMEMBER");
    }

    private static void writes(Map<String, RedisCommand> table) {
        put(table, CacheAction.WRITE, KeyArguments.FIRST, ReplyKind.NONE, """
                SET SETEX PSETEX SETNX SETRANGE SETBIT GETSET APPEND INCR INCRBY INCRBYFLOAT DECR DECRBY \
                HSET HSETNX HMSET HSETEX HINCRBY HINCRBYFLOAT LPUSH LPUSHX RPUSH RPUSHX LSET LINSERT SADD ZADD \
                ZINCRBY GEOADD PFADD XADD RESTORE JSON.SET""");
        put(table, CacheAction.WRITE, KeyArguments.PAIRS, ReplyKind.NONE, "MSET MSETNX");
        put(table, CacheAction.WRITE, KeyArguments.ALL, ReplyKind.NONE, """
                RENAME RENAMENX RPOPLPUSH PFMERGE SUNIONSTORE SINTERSTORE SDIFFSTORE""");
    }

    /** Those that answer with what they remove hit or miss as well. */
    private static void removals(Map<String, RedisCommand> table) {
        put(table, CacheAction.REMOVE, KeyArguments.ALL, ReplyKind.NONE, "DEL UNLINK");
        put(table, CacheAction.REMOVE, KeyArguments.FIRST_AND_FIELD, ReplyKind.NONE, "HDEL");
        put(table, CacheAction.REMOVE, KeyArguments.FIRST, ReplyKind.NONE, """
                DELEX LREM LTRIM SREM SPOP LPOP RPOP ZREM ZREMRANGEBYRANK ZREMRANGEBYSCORE ZREMRANGEBYLEX ZPOPMIN \
                ZPOPMAX XDEL XTRIM JSON.DEL""");
        put(table, CacheAction.REMOVE, KeyArguments.NONE, ReplyKind.NONE, "FLUSHDB FLUSHALL");
        put(table, CacheAction.REMOVE, KeyArguments.FIRST, ReplyKind.VALUE, "GETDEL");
        put(table, CacheAction.REMOVE, KeyArguments.FIRST, ReplyKind.VALUES, "HGETDEL");
    }

    private static void others(Map<String, RedisCommand> table) {
        put(table, CacheAction.OTHER, KeyArguments.FIRST, ReplyKind.NONE, """
                EXPIRE PEXPIRE EXPIREAT PEXPIREAT EXPIRETIME PEXPIRETIME TTL PTTL PERSIST TYPE STRLEN HLEN LLEN SCARD \
                ZCARD HSTRLEN HSCAN SSCAN ZSCAN GETBIT BITCOUNT BITPOS ZCOUNT XLEN""");
        put(table, CacheAction.OTHER, KeyArguments.ALL, ReplyKind.NONE, "TOUCH WATCH SUNION SINTER SDIFF PFCOUNT");
        put(table, CacheAction.OTHER, KeyArguments.NONE, ReplyKind.NONE, """
                AUTH HELLO CONFIG ACL CLIENT MIGRATE SENTINEL CLUSTER ECHO PING MULTI EXEC DISCARD""");
    }

    private static void put(
            Map<String, RedisCommand> table, CacheAction action, KeyArguments keys, ReplyKind reply, String names) {
        for (String name : names.trim().split(" ", -1)) {
            table.put(name, new RedisCommand(name, action, keys, reply));
        }
    }
}
