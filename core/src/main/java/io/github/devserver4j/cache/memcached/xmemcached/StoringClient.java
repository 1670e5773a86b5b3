package io.github.devserver4j.cache.memcached.xmemcached;

import io.github.devserver4j.cache.CacheAction;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.concurrent.TimeoutException;
import net.rubyeye.xmemcached.CASOperation;
import net.rubyeye.xmemcached.GetsResponse;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.exception.MemcachedException;
import net.rubyeye.xmemcached.transcoders.Transcoder;

/** Records what a client stores. Thread-safe. */
abstract class StoringClient extends ReadingClient {

    StoringClient(MemcachedClient delegate, TimedCalls calls) {
        super(delegate, calls);
    }

    @Override
    public <T> boolean set(String key, int expiration, T value, Transcoder<T> transcoder, long timeout)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.set(key, expiration, value, transcoder, timeout)
                : calls.store(
                        recorder,
                        "set",
                        key,
                        transcoder,
                        sized -> delegate.set(key, expiration, value, sized, timeout));
    }

    @Override
    public boolean set(String key, int expiration, Object value)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.set(key, expiration, value)
                : calls.call(recorder, CacheAction.WRITE, "set", key, () -> delegate.set(key, expiration, value));
    }

    @Override
    public boolean set(String key, int expiration, Object value, long timeout)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.set(key, expiration, value, timeout)
                : calls.call(
                        recorder, CacheAction.WRITE, "set", key, () -> delegate.set(key, expiration, value, timeout));
    }

    @Override
    public <T> boolean set(String key, int expiration, T value, Transcoder<T> transcoder)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.set(key, expiration, value, transcoder)
                : calls.store(recorder, "set", key, transcoder, sized -> delegate.set(key, expiration, value, sized));
    }

    @Override
    public void setWithNoReply(String key, int expiration, Object value)
            throws InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.setWithNoReply(key, expiration, value);
            return;
        }
        calls.send(
                recorder,
                CacheAction.WRITE,
                "setWithNoReply",
                key,
                () -> delegate.setWithNoReply(key, expiration, value));
    }

    @Override
    public <T> void setWithNoReply(String key, int expiration, T value, Transcoder<T> transcoder)
            throws InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.setWithNoReply(key, expiration, value, transcoder);
            return;
        }
        calls.send(
                recorder,
                CacheAction.WRITE,
                "setWithNoReply",
                key,
                () -> delegate.setWithNoReply(key, expiration, value, transcoder));
    }

    @Override
    public <T> boolean add(String key, int expiration, T value, Transcoder<T> transcoder, long timeout)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.add(key, expiration, value, transcoder, timeout)
                : calls.store(
                        recorder,
                        "add",
                        key,
                        transcoder,
                        sized -> delegate.add(key, expiration, value, sized, timeout));
    }

    @Override
    public boolean add(String key, int expiration, Object value)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.add(key, expiration, value)
                : calls.call(recorder, CacheAction.WRITE, "add", key, () -> delegate.add(key, expiration, value));
    }

    @Override
    public boolean add(String key, int expiration, Object value, long timeout)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.add(key, expiration, value, timeout)
                : calls.call(
                        recorder, CacheAction.WRITE, "add", key, () -> delegate.add(key, expiration, value, timeout));
    }

    @Override
    public <T> boolean add(String key, int expiration, T value, Transcoder<T> transcoder)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.add(key, expiration, value, transcoder)
                : calls.store(recorder, "add", key, transcoder, sized -> delegate.add(key, expiration, value, sized));
    }

    @Override
    public void addWithNoReply(String key, int expiration, Object value)
            throws InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.addWithNoReply(key, expiration, value);
            return;
        }
        calls.send(
                recorder,
                CacheAction.WRITE,
                "addWithNoReply",
                key,
                () -> delegate.addWithNoReply(key, expiration, value));
    }

    @Override
    public <T> void addWithNoReply(String key, int expiration, T value, Transcoder<T> transcoder)
            throws InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.addWithNoReply(key, expiration, value, transcoder);
            return;
        }
        calls.send(
                recorder,
                CacheAction.WRITE,
                "addWithNoReply",
                key,
                () -> delegate.addWithNoReply(key, expiration, value, transcoder));
    }

    @Override
    public <T> boolean replace(String key, int expiration, T value, Transcoder<T> transcoder, long timeout)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.replace(key, expiration, value, transcoder, timeout)
                : calls.store(
                        recorder,
                        "replace",
                        key,
                        transcoder,
                        sized -> delegate.replace(key, expiration, value, sized, timeout));
    }

    @Override
    public boolean replace(String key, int expiration, Object value)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.replace(key, expiration, value)
                : calls.call(
                        recorder, CacheAction.WRITE, "replace", key, () -> delegate.replace(key, expiration, value));
    }

    @Override
    public boolean replace(String key, int expiration, Object value, long timeout)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.replace(key, expiration, value, timeout)
                : calls.call(
                        recorder,
                        CacheAction.WRITE,
                        "replace",
                        key,
                        () -> delegate.replace(key, expiration, value, timeout));
    }

    @Override
    public <T> boolean replace(String key, int expiration, T value, Transcoder<T> transcoder)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.replace(key, expiration, value, transcoder)
                : calls.store(
                        recorder, "replace", key, transcoder, sized -> delegate.replace(key, expiration, value, sized));
    }

    @Override
    public void replaceWithNoReply(String key, int expiration, Object value)
            throws InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.replaceWithNoReply(key, expiration, value);
            return;
        }
        calls.send(
                recorder,
                CacheAction.WRITE,
                "replaceWithNoReply",
                key,
                () -> delegate.replaceWithNoReply(key, expiration, value));
    }

    @Override
    public <T> void replaceWithNoReply(String key, int expiration, T value, Transcoder<T> transcoder)
            throws InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.replaceWithNoReply(key, expiration, value, transcoder);
            return;
        }
        calls.send(
                recorder,
                CacheAction.WRITE,
                "replaceWithNoReply",
                key,
                () -> delegate.replaceWithNoReply(key, expiration, value, transcoder));
    }

    @Override
    public boolean append(String key, Object value) throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.append(key, value)
                : calls.call(recorder, CacheAction.WRITE, "append", key, () -> delegate.append(key, value));
    }

    @Override
    public boolean append(String key, Object value, long timeout)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.append(key, value, timeout)
                : calls.call(recorder, CacheAction.WRITE, "append", key, () -> delegate.append(key, value, timeout));
    }

    @Override
    public void appendWithNoReply(String key, Object value) throws InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.appendWithNoReply(key, value);
            return;
        }
        calls.send(recorder, CacheAction.WRITE, "appendWithNoReply", key, () -> delegate.appendWithNoReply(key, value));
    }

    @Override
    public boolean prepend(String key, Object value) throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.prepend(key, value)
                : calls.call(recorder, CacheAction.WRITE, "prepend", key, () -> delegate.prepend(key, value));
    }

    @Override
    public boolean prepend(String key, Object value, long timeout)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.prepend(key, value, timeout)
                : calls.call(recorder, CacheAction.WRITE, "prepend", key, () -> delegate.prepend(key, value, timeout));
    }

    @Override
    public void prependWithNoReply(String key, Object value) throws InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.prependWithNoReply(key, value);
            return;
        }
        calls.send(
                recorder, CacheAction.WRITE, "prependWithNoReply", key, () -> delegate.prependWithNoReply(key, value));
    }

    @Override
    public boolean cas(String key, int expiration, Object value, long cas)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.cas(key, expiration, value, cas)
                : calls.call(recorder, CacheAction.WRITE, "cas", key, () -> delegate.cas(key, expiration, value, cas));
    }

    @Override
    public <T> boolean cas(String key, int expiration, T value, Transcoder<T> transcoder, long timeout, long cas)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.cas(key, expiration, value, transcoder, timeout, cas)
                : calls.store(
                        recorder,
                        "cas",
                        key,
                        transcoder,
                        sized -> delegate.cas(key, expiration, value, sized, timeout, cas));
    }

    @Override
    public boolean cas(String key, int expiration, Object value, long timeout, long cas)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.cas(key, expiration, value, timeout, cas)
                : calls.call(
                        recorder,
                        CacheAction.WRITE,
                        "cas",
                        key,
                        () -> delegate.cas(key, expiration, value, timeout, cas));
    }

    @Override
    public <T> boolean cas(String key, int expiration, T value, Transcoder<T> transcoder, long cas)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.cas(key, expiration, value, transcoder, cas)
                : calls.store(
                        recorder, "cas", key, transcoder, sized -> delegate.cas(key, expiration, value, sized, cas));
    }

    @Override
    public <T> boolean cas(String key, int expiration, CASOperation<T> operation, Transcoder<T> transcoder)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.cas(key, expiration, operation, transcoder)
                : calls.call(
                        recorder,
                        CacheAction.WRITE,
                        "cas",
                        key,
                        () -> delegate.cas(key, expiration, operation, transcoder));
    }

    @Override
    public <T> boolean cas(
            String key, int expiration, GetsResponse<T> response, CASOperation<T> operation, Transcoder<T> transcoder)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.cas(key, expiration, response, operation, transcoder)
                : calls.call(
                        recorder,
                        CacheAction.WRITE,
                        "cas",
                        key,
                        () -> delegate.cas(key, expiration, response, operation, transcoder));
    }

    @Override
    public <T> boolean cas(String key, int expiration, GetsResponse<T> response, CASOperation<T> operation)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.cas(key, expiration, response, operation)
                : calls.call(
                        recorder,
                        CacheAction.WRITE,
                        "cas",
                        key,
                        () -> delegate.cas(key, expiration, response, operation));
    }

    @Override
    public <T> boolean cas(String key, GetsResponse<T> response, CASOperation<T> operation)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.cas(key, response, operation)
                : calls.call(recorder, CacheAction.WRITE, "cas", key, () -> delegate.cas(key, response, operation));
    }

    @Override
    public <T> boolean cas(String key, int expiration, CASOperation<T> operation)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.cas(key, expiration, operation)
                : calls.call(recorder, CacheAction.WRITE, "cas", key, () -> delegate.cas(key, expiration, operation));
    }

    @Override
    public <T> boolean cas(String key, CASOperation<T> operation)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.cas(key, operation)
                : calls.call(recorder, CacheAction.WRITE, "cas", key, () -> delegate.cas(key, operation));
    }

    @Override
    public <T> void casWithNoReply(String key, GetsResponse<T> response, CASOperation<T> operation)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.casWithNoReply(key, response, operation);
            return;
        }
        calls.run(
                recorder,
                CacheAction.WRITE,
                "casWithNoReply",
                key,
                () -> delegate.casWithNoReply(key, response, operation));
    }

    @Override
    public <T> void casWithNoReply(String key, int expiration, GetsResponse<T> response, CASOperation<T> operation)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.casWithNoReply(key, expiration, response, operation);
            return;
        }
        calls.run(
                recorder,
                CacheAction.WRITE,
                "casWithNoReply",
                key,
                () -> delegate.casWithNoReply(key, expiration, response, operation));
    }

    @Override
    public <T> void casWithNoReply(String key, int expiration, CASOperation<T> operation)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.casWithNoReply(key, expiration, operation);
            return;
        }
        calls.run(
                recorder,
                CacheAction.WRITE,
                "casWithNoReply",
                key,
                () -> delegate.casWithNoReply(key, expiration, operation));
    }

    @Override
    public <T> void casWithNoReply(String key, CASOperation<T> operation)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        if (recorder == null) {
            delegate.casWithNoReply(key, operation);
            return;
        }
        calls.run(recorder, CacheAction.WRITE, "casWithNoReply", key, () -> delegate.casWithNoReply(key, operation));
    }
}
