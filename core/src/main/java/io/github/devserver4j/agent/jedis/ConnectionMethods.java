package io.github.devserver4j.agent.jedis;

import io.github.devserver4j.agent.Recording;
import io.github.devserver4j.agent.WeakIdentityMap;
import io.github.devserver4j.cache.redis.jedis.ConnectionRecorder;
import io.github.devserver4j.cache.redis.jedis.ConnectionRecorders;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.apache.commons.pool2.PooledObject;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Jedis;

/**
 * Asked before those methods of Jedis run that pass everything a connection says: by whomever it was made, its
 * recorder is kept beside it. Thread-safe.
 */
public final class ConnectionMethods implements BiFunction<Object, Object, @Nullable Object> {

    private final ConnectionRecorders recorders;
    private final WeakIdentityMap<ConnectionRecorder> connections = new WeakIdentityMap<>();

    /** For the requests of this recording. */
    public ConnectionMethods(Recording recording) {
        this.recorders = ConnectionRecorders.create(recording.currentTrace());
    }

    /** Returns what is to be told when the method is over; null if that is of no interest. */
    @Override
    public @Nullable Object apply(Object self, Object value) {
        Object[] call = (Object[]) value;
        String method = (String) call[0];
        Object[] arguments = (Object[]) call[1];
        return self instanceof Connection connection
                ? connection(method, connection, arguments)
                : other(method, arguments);
    }

    private @Nullable BiConsumer<@Nullable Object, @Nullable Throwable> connection(
            String method, Connection connection, Object[] arguments) {
        ConnectionRecorder recorder = of(connection);
        return switch (method) {
            case "initializeFromClientConfig" -> recorder.opening();
            case "executeCommand" -> recorder.executing(sent(arguments[0]));
            case "sendCommand" -> recorder.sending((CommandArguments) arguments[0]);
            case "flush" -> recorder.flushing();
            case "readProtocolWithCheckingBroken" -> recorder.reading();
            default -> {
                recorder.abandon();
                yield null;
            }
        };
    }

    private @Nullable BiConsumer<@Nullable Object, @Nullable Throwable> other(String method, Object[] arguments) {
        if (!method.equals("passivateObject")) {
            return arguments.length > 0 && arguments[0] instanceof CommandObject<?> command
                    ? recorders.executing(command.getArguments())
                    : recorders.discovering();
        }
        Object pooled = ((PooledObject<?>) arguments[0]).getObject();
        Connection connection = pooled instanceof Jedis jedis ? jedis.getConnection() : (Connection) pooled;
        of(connection).abandon();
        return null;
    }

    private static CommandArguments sent(Object command) {
        return command instanceof CommandObject<?> object ? object.getArguments() : (CommandArguments) command;
    }

    private ConnectionRecorder of(Connection connection) {
        ConnectionRecorder known = connections.get(connection);
        if (known != null) {
            return known;
        }
        ConnectionRecorder made = recorders.recorder();
        ConnectionRecorder before = connections.putIfAbsent(connection, made);
        return before == null ? made : before;
    }
}
