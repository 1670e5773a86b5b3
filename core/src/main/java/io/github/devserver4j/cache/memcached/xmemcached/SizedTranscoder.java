package io.github.devserver4j.cache.memcached.xmemcached;

import net.rubyeye.xmemcached.transcoders.CachedData;
import net.rubyeye.xmemcached.transcoders.CompressionMode;
import net.rubyeye.xmemcached.transcoders.Transcoder;
import org.jspecify.annotations.Nullable;

/** Adds up the bytes of the values that a transcoder makes or reads in one call; made for that call, and used by it alone. */
final class SizedTranscoder<T> implements Transcoder<T> {

    private final Transcoder<T> delegate;
    private long bytes;
    private int count;

    private SizedTranscoder(Transcoder<T> delegate) {
        this.delegate = delegate;
    }

    /** Null for a transcoder that is missing. */
    static <T> @Nullable SizedTranscoder<T> of(@Nullable Transcoder<T> delegate) {
        return delegate == null ? null : new SizedTranscoder<>(delegate);
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized int count() {
        return count;
    }

    private synchronized void note(@Nullable CachedData data) {
        if (data != null && data.getData() != null) {
            count++;
            bytes += data.getData().length;
        }
    }

    @Override
    public CachedData encode(T value) {
        CachedData data = delegate.encode(value);
        note(data);
        return data;
    }

    @Override
    public T decode(CachedData data) {
        note(data);
        return delegate.decode(data);
    }

    @Override
    public void setPrimitiveAsString(boolean primitiveAsString) {
        delegate.setPrimitiveAsString(primitiveAsString);
    }

    @Override
    public void setPackZeros(boolean packZeros) {
        delegate.setPackZeros(packZeros);
    }

    @Override
    public void setCompressionThreshold(int threshold) {
        delegate.setCompressionThreshold(threshold);
    }

    @Override
    public boolean isPrimitiveAsString() {
        return delegate.isPrimitiveAsString();
    }

    @Override
    public boolean isPackZeros() {
        return delegate.isPackZeros();
    }

    @Override
    public void setCompressionMode(CompressionMode mode) {
        delegate.setCompressionMode(mode);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || delegate.equals(other instanceof SizedTranscoder<?> sized ? sized.delegate : other);
    }

    @Override
    public int hashCode() {
        return delegate.hashCode();
    }

    @Override
    public String toString() {
        return delegate.toString();
    }
}
