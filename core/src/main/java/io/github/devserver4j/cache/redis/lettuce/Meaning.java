package io.github.devserver4j.cache.redis.lettuce;

import io.github.devserver4j.cache.redis.RedisCommand;
import io.github.devserver4j.cache.redis.RedisKey;
import io.github.devserver4j.cache.redis.RedisReplies;
import io.lettuce.core.Value;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.ProtocolKeyword;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a command that Lettuce is about to send asks for.
 *
 * @param command its meaning
 * @param keyCount how many keys it names, where that matters
 */
record Meaning(RedisCommand command, int keyCount) {

    /** The meanings of Lettuce's own commands with a single key. */
    private static final Map<ProtocolKeyword, Meaning> OF_ONE_KEY = Arrays.stream(CommandType.values())
            .collect(Collectors.toUnmodifiableMap(
                    type -> type, type -> new Meaning(RedisCommand.of(type.toString()), 1)));

    static Meaning of(io.lettuce.core.protocol.RedisCommand<?, ?, ?> sent) {
        ProtocolKeyword type = sent.getType();
        Meaning known = type instanceof CommandType ? OF_ONE_KEY.get(type) : null;
        RedisCommand command = known == null ? RedisCommand.of(type.getBytes()) : known.command;
        boolean all = command.keys() == RedisCommand.KeyArguments.ALL;
        CommandArgs<?, ?> arguments = sent.getArgs();
        int keys = all && arguments != null ? arguments.count() : 1;
        return known != null && keys == 1 ? known : new Meaning(command, keys);
    }

    String name() {
        return command.name();
    }

    /** The key for the call. Arguments are referred to where no value is written by them: none may outlive its call. */
    @Nullable
    Object key(io.lettuce.core.protocol.RedisCommand<?, ?, ?> sent) {
        CommandArgs<?, ?> arguments = sent.getArgs();
        RedisCommand.KeyArguments layout = command.keys();
        if (arguments == null || layout == RedisCommand.KeyArguments.NONE) {
            return null;
        }
        boolean referred = layout == RedisCommand.KeyArguments.ALL
                || layout == RedisCommand.KeyArguments.FIRST_AND_FIELD
                || command.reply() != RedisCommand.ReplyKind.NONE;
        if (referred) {
            return new LettuceKeys(arguments, layout);
        }
        ByteBuffer first = arguments.getFirstEncodedKey();
        return first == null ? null : RedisKey.of(first, null);
    }

    /** Counts what a command that has been answered has found. */
    void count(RedisReplies replies, io.lettuce.core.protocol.RedisCommand<?, ?, ?> answered) {
        CommandOutput<?, ?, ?> output = answered.getOutput();
        replies.add(command, keyCount, output == null ? null : output.get());
    }

    /** Counts from none; Lettuce has objects for values that are not there. */
    static RedisReplies noReplies() {
        return new RedisReplies(element -> !(element instanceof Value<?> value) || value.hasValue());
    }
}
