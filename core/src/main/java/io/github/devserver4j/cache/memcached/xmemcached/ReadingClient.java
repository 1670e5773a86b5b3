package io.github.devserver4j.cache.memcached.xmemcached;

import io.github.devserver4j.trace.TraceRecorder;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import net.rubyeye.xmemcached.GetsResponse;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.exception.MemcachedException;
import net.rubyeye.xmemcached.transcoders.Transcoder;

/** Records a client's reads. Thread-safe. */
@SuppressWarnings("TypeParameterUnusedInFormals") // the client's own
abstract class ReadingClient extends ForwardingClient {

    final TimedCalls calls;

    ReadingClient(MemcachedClient delegate, TimedCalls calls) {
        super(delegate);
        this.calls = calls;
    }

    @Override
    public <T> T get(String key, long timeout, Transcoder<T> transcoder)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.get(key, timeout, transcoder)
                : calls.read(recorder, "get", key, transcoder, sized -> delegate.get(key, timeout, sized));
    }

    @Override
    public <T> T get(String key, long timeout) throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.get(key, timeout)
                : calls.read(recorder, "get", key, () -> delegate.get(key, timeout));
    }

    @Override
    public <T> T get(String key, Transcoder<T> transcoder)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.get(key, transcoder)
                : calls.read(recorder, "get", key, transcoder, sized -> delegate.get(key, sized));
    }

    @Override
    public <T> T get(String key) throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null ? delegate.get(key) : calls.read(recorder, "get", key, () -> delegate.get(key));
    }

    @Override
    public <T> GetsResponse<T> gets(String key, long timeout, Transcoder<T> transcoder)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.gets(key, timeout, transcoder)
                : calls.read(recorder, "gets", key, transcoder, sized -> delegate.gets(key, timeout, sized));
    }

    @Override
    public <T> GetsResponse<T> gets(String key) throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null ? delegate.gets(key) : calls.read(recorder, "gets", key, () -> delegate.gets(key));
    }

    @Override
    public <T> GetsResponse<T> gets(String key, long timeout)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.gets(key, timeout)
                : calls.read(recorder, "gets", key, () -> delegate.gets(key, timeout));
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public <T> GetsResponse<T> gets(String key, Transcoder transcoder)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.gets(key, transcoder)
                : calls.read(recorder, "gets", key, () -> delegate.gets(key, transcoder));
    }

    @Override
    public <T> Map<String, T> get(Collection<String> keys, long timeout, Transcoder<T> transcoder)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.get(keys, timeout, transcoder)
                : calls.bulkRead(recorder, "get", keys, transcoder, sized -> delegate.get(keys, timeout, sized));
    }

    @Override
    public <T> Map<String, T> get(Collection<String> keys, Transcoder<T> transcoder)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.get(keys, transcoder)
                : calls.bulkRead(recorder, "get", keys, transcoder, sized -> delegate.get(keys, sized));
    }

    @Override
    public <T> Map<String, T> get(Collection<String> keys)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null ? delegate.get(keys) : calls.bulkRead(recorder, "get", keys, () -> delegate.get(keys));
    }

    @Override
    public <T> Map<String, T> get(Collection<String> keys, long timeout)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.get(keys, timeout)
                : calls.bulkRead(recorder, "get", keys, () -> delegate.get(keys, timeout));
    }

    @Override
    public <T> Map<String, GetsResponse<T>> gets(Collection<String> keys, long timeout, Transcoder<T> transcoder)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.gets(keys, timeout, transcoder)
                : calls.bulkRead(recorder, "gets", keys, transcoder, sized -> delegate.gets(keys, timeout, sized));
    }

    @Override
    public <T> Map<String, GetsResponse<T>> gets(Collection<String> keys)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.gets(keys)
                : calls.bulkRead(recorder, "gets", keys, () -> delegate.gets(keys));
    }

    @Override
    public <T> Map<String, GetsResponse<T>> gets(Collection<String> keys, long timeout)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.gets(keys, timeout)
                : calls.bulkRead(recorder, "gets", keys, () -> delegate.gets(keys, timeout));
    }

    @Override
    public <T> Map<String, GetsResponse<T>> gets(Collection<String> keys, Transcoder<T> transcoder)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.gets(keys, transcoder)
                : calls.bulkRead(recorder, "gets", keys, transcoder, sized -> delegate.gets(keys, sized));
    }

    @Override
    public <T> T getAndTouch(String key, int expiration, long timeout)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.getAndTouch(key, expiration, timeout)
                : calls.read(recorder, "getAndTouch", key, () -> delegate.getAndTouch(key, expiration, timeout));
    }

    @Override
    public <T> T getAndTouch(String key, int expiration)
            throws TimeoutException, InterruptedException, MemcachedException {
        TraceRecorder recorder = calls.recorder();
        return recorder == null
                ? delegate.getAndTouch(key, expiration)
                : calls.read(recorder, "getAndTouch", key, () -> delegate.getAndTouch(key, expiration));
    }
}
