package com.example.agent;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.rubyeye.xmemcached.XMemcachedClientBuilder;
import net.spy.memcached.MemcachedClient;

/** Calls of spymemcached and XMemcached. */
@SuppressWarnings("AddressSelection") // what is called counts
public class MemcachedApplication extends VanillaApplication {

    protected final InetSocketAddress address = new InetSocketAddress("127.0.0.1", number("memcached.port"));
    private final MemcachedClient spy = spyClient();
    private final net.rubyeye.xmemcached.MemcachedClient xmemcached = xmemcachedClient();

    /** Connects before any request. */
    public MemcachedApplication() throws Exception {
        on("/spy", this::spy);
        on("/xmemcached", this::xmemcached);
    }

    protected MemcachedClient spyClient() throws IOException {
        return new MemcachedClient(address);
    }

    protected net.rubyeye.xmemcached.MemcachedClient xmemcachedClient() throws IOException {
        return new XMemcachedClientBuilder(List.of(address)).build();
    }

    private void spy() throws Exception {
        spy.flush().get(5, TimeUnit.SECONDS);
        spy.set("users:1", 60, "Ann").get(5, TimeUnit.SECONDS);
        spy.get("users:1");
        spy.asyncGet("users:2").get(5, TimeUnit.SECONDS);
        spy.getBulk("users:1", "users:2");
        spy.delete("users:1").get(5, TimeUnit.SECONDS);
    }

    private void xmemcached() throws Exception {
        xmemcached.set("users:1", 60, "Ann");
        xmemcached.get("users:1");
        xmemcached.get("users:2");
        xmemcached.get(List.of("users:1", "users:2"));
        xmemcached.delete("users:1");
    }

    @Override
    protected void close() throws Exception {
        spy.shutdown();
        xmemcached.shutdown();
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        new MemcachedApplication().serve();
    }
}
