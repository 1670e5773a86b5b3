package io.github.devserver4j.cache.redis.jedis;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.executors.CommandExecutor;

/**
 * The executor's own {@code broadcastCommand}, which Jedis has up to version 7 and no more in 8: code for both can't call
 * it by its name.
 */
final class Broadcast {

    private static final @Nullable MethodHandle METHOD = find();

    private final CommandExecutor executor;

    Broadcast(CommandExecutor executor) {
        this.executor = executor;
    }

    @SuppressWarnings({"unchecked", "NullAway"})
    <T extends @Nullable Object> T execute(CommandObject<T> command) {
        MethodHandle method = METHOD;
        if (method == null) {
            return executor.executeCommand(command);
        }
        try {
            return (T) method.invoke(executor, command);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable undeclared) {
            throw new IllegalStateException(undeclared);
        }
    }

    private static @Nullable MethodHandle find() {
        try {
            MethodType type = MethodType.methodType(Object.class, CommandObject.class);
            return MethodHandles.publicLookup().findVirtual(CommandExecutor.class, "broadcastCommand", type);
        } catch (ReflectiveOperationException jedis8) {
            return null;
        }
    }
}
