package io.github.devserver4j.agent.xmemcached;

import io.github.devserver4j.agent.Recording;
import io.github.devserver4j.cache.memcached.xmemcached.XMemcachedTracing;
import io.github.devserver4j.trace.CurrentTrace;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import net.rubyeye.xmemcached.MemcachedClient;
import org.jspecify.annotations.Nullable;

/**
 * Asked in place of a client's calls, however the client was made: within a request they go through the wrapper, which
 * calls the client again. What a client calls of itself meanwhile is its own affair. Thread-safe.
 */
public final class ClientMethods implements BiFunction<Object, Object, @Nullable Object> {

    private final CurrentTrace currentTrace;
    private final XMemcachedTracing tracing;
    private final Map<String, Method> methods = new HashMap<>();

    /** Whether a call of the current thread is being recorded. */
    @SuppressWarnings("ThreadLocalUsage") // removed when the call is over
    private final ThreadLocal<Boolean> recording = new ThreadLocal<>();

    /** For the requests of this recording. */
    public ClientMethods(Recording recording) {
        this.currentTrace = recording.currentTrace();
        this.tracing = XMemcachedTracing.create(currentTrace);
        for (Method method : MemcachedClient.class.getMethods()) {
            String descriptor = MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                    .toMethodDescriptorString();
            methods.put(method.getName() + descriptor, method);
        }
    }

    /** Returns how the method ends: what it returns, or what it throws as the value; null if it is to run. */
    @Override
    public @Nullable Object apply(Object self, Object value) {
        if (currentTrace.get() == null || recording.get() != null) {
            return null;
        }
        Object[] call = (Object[]) value;
        Method method = methods.get((String) call[0]);
        return method == null ? null : recorded((MemcachedClient) self, method, (Object[]) call[1]);
    }

    private @Nullable Object recorded(MemcachedClient client, Method method, Object[] arguments) {
        recording.set(true);
        try {
            return new SimpleImmutableEntry<>(method.invoke(tracing.wrap(client), arguments), null);
        } catch (InvocationTargetException thrown) {
            return new SimpleImmutableEntry<>(null, thrown.getCause());
        } catch (IllegalAccessException impossible) {
            return null;
        } finally {
            recording.remove();
        }
    }
}
