package io.github.devserver4j.cache.redis.jedis;

import io.github.devserver4j.cache.CacheExchange;
import io.github.devserver4j.cache.redis.RedisCommand;
import io.github.devserver4j.cache.redis.RedisKey;
import io.github.devserver4j.cache.redis.RedisReplies;
import io.github.devserver4j.cache.redis.RedisServer;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.args.Rawable;
import redis.clients.jedis.commands.ProtocolCommand;

/** Reads what Jedis sends: the command and its keys. Refers to the keys alone, so that no value outlives its call. */
final class JedisCommand {

    private JedisCommand() {}

    /** The call of a command that is about to be sent; null if it can't be told, and is not recorded then. */
    static @Nullable CacheExchange begin(RedisServer server, TraceRecorder recorder, CommandArguments arguments) {
        try {
            RedisCommand command = of(arguments);
            return server.begin(recorder, command, keyCount(command, arguments), key(command, arguments));
        } catch (Throwable fault) {
            Faults.report(fault);
            return null;
        }
    }

    /** The command has been answered. */
    static void end(CacheExchange call, CommandArguments arguments, @Nullable Object reply) {
        try {
            RedisCommand command = of(arguments);
            RedisReplies replies = new RedisReplies();
            replies.add(command, keyCount(command, arguments), reply);
            replies.tell(call);
        } catch (Throwable fault) {
            Faults.report(fault);
        }
        call.end();
    }

    static RedisCommand of(CommandArguments arguments) {
        ProtocolCommand command = arguments.getCommand();
        return command instanceof Protocol.Command known
                ? RedisCommand.of(known.name())
                : RedisCommand.of(command.getRaw());
    }

    static int keyCount(RedisCommand command, CommandArguments arguments) {
        boolean all = command.keys() == RedisCommand.KeyArguments.ALL;
        return all ? arguments.size() - 1 : 1;
    }

    /** Jedis knows the keys unless the application has built the command by itself. */
    static @Nullable Object key(RedisCommand command, CommandArguments arguments) {
        RedisCommand.KeyArguments layout = command.keys();
        if (layout == RedisCommand.KeyArguments.NONE || arguments.size() == 1) {
            return null;
        }
        List<Object> keys = arguments.getKeys();
        if (keys.isEmpty()) {
            return keyByPlace(layout, arguments);
        }
        boolean fielded = layout == RedisCommand.KeyArguments.FIRST_AND_FIELD && arguments.size() > 2;
        return RedisKey.of(keys.size() == 1 ? plain(keys.get(0)) : keys, fielded ? argument(arguments, 2) : null);
    }

    private static @Nullable Object keyByPlace(RedisCommand.KeyArguments layout, CommandArguments arguments) {
        return switch (layout) {
            case NONE, UNKNOWN -> null;
            case FIRST, PAIRS -> RedisKey.of(argument(arguments, 1), null);
            case FIRST_AND_FIELD ->
                RedisKey.of(argument(arguments, 1), arguments.size() > 2 ? argument(arguments, 2) : null);
            case ALL -> RedisKey.of(allArguments(arguments), null);
        };
    }

    private static Object allArguments(CommandArguments arguments) {
        if (arguments.size() == 2) {
            return argument(arguments, 1);
        }
        Object[] all = new Object[arguments.size() - 1];
        Iterator<Rawable> each = arguments.iterator();
        each.next();
        for (int i = 0; i < all.length; i++) {
            all[i] = each.next().getRaw();
        }
        return List.of(all);
    }

    private static Object argument(CommandArguments arguments, int place) {
        Iterator<Rawable> each = arguments.iterator();
        for (int i = 0; i < place; i++) {
            each.next();
        }
        return each.next().getRaw();
    }

    private static Object plain(Object key) {
        return key instanceof Rawable raw ? raw.getRaw() : key;
    }
}
