package io.github.devserver4j.cache.redis.lettuce;

import io.lettuce.core.protocol.CommandArgs;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys among the arguments of a command that has no values; their text is made when it is shown. Lettuce gives its
 * arguments away as a text alone: {@code key<users:1> key<users:2>}.
 */
final class LettuceKeys {

    private static final Pattern KEY = Pattern.compile("key<(.*?)>(?= key<| [^ ]*$|$)", Pattern.DOTALL);
    private static final int MAX_KEYS = 40;

    private final CommandArgs<?, ?> arguments;
    private final boolean fielded;

    /** @param fielded whether the second key is a field of the first */
    LettuceKeys(CommandArgs<?, ?> arguments, boolean fielded) {
        this.arguments = arguments;
        this.fielded = fielded;
    }

    @Override
    public String toString() {
        List<String> keys = new ArrayList<>();
        Matcher key = KEY.matcher(arguments.toCommandString());
        while (keys.size() < MAX_KEYS && key.find()) {
            keys.add(key.group(1).replaceAll("\\p{Cntrl}", "?"));
        }
        return fielded || keys.size() == 1 ? String.join(" ", keys) : keys.toString();
    }
}
