package io.github.devserver4j.cache.redis.lettuce;

import io.github.devserver4j.cache.redis.RedisCommand;
import io.lettuce.core.protocol.CommandArgs;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys among the arguments of a command that writes no values; their text is made when it is shown. Lettuce gives its
 * arguments away as a text alone: {@code key<users:1> key<users:2>}.
 */
final class LettuceKeys {

    private static final Pattern KEY = Pattern.compile("key<(.*?)>(?= |$)", Pattern.DOTALL);
    private static final int MAX_KEYS = 40;

    private final CommandArgs<?, ?> arguments;
    private final RedisCommand.KeyArguments layout;

    LettuceKeys(CommandArgs<?, ?> arguments, RedisCommand.KeyArguments layout) {
        this.arguments = arguments;
        this.layout = layout;
    }

    @Override
    public String toString() {
        return switch (layout) {
            case ALL -> all(MAX_KEYS);
            case FIRST_AND_FIELD -> String.join(" ", keys(2));
            default -> all(1);
        };
    }

    private String all(int limit) {
        List<String> keys = keys(limit);
        return keys.size() == 1 ? keys.get(0) : keys.toString();
    }

    private List<String> keys(int limit) {
        List<String> keys = new ArrayList<>();
        Matcher key = KEY.matcher(arguments.toCommandString());
        while (keys.size() < limit && key.find()) {
            keys.add(key.group(1).replaceAll("\\p{Cntrl}", "?"));
        }
        return keys;
    }
}
