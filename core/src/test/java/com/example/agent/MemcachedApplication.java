package com.example.agent;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.rubyeye.xmemcached.CASOperation;
import net.rubyeye.xmemcached.XMemcachedClient;
import net.rubyeye.xmemcached.XMemcachedClientBuilder;
import net.spy.memcached.MemcachedClient;

/** Calls of spymemcached and XMemcached. */
@SuppressWarnings("AddressSelection") // what is called counts
public class MemcachedApplication extends VanillaApplication {

    protected final InetSocketAddress address = new InetSocketAddress("127.0.0.1", number("memcached.port"));
    private final MemcachedClient spy = spyClient();
    private final net.rubyeye.xmemcached.MemcachedClient xmemcached = xmemcachedClient();
    private final net.rubyeye.xmemcached.MemcachedClient constructed = constructedXmemcachedClient();

    /** Connects before any request. */
    public MemcachedApplication() throws Exception {
        on("/spy", this::spy);
        on("/xmemcached", () -> xmemcached(xmemcached));
        on("/xmemcached-constructed", () -> xmemcached(constructed));
    }

    protected MemcachedClient spyClient() throws IOException {
        return new MemcachedClient(address);
    }

    protected net.rubyeye.xmemcached.MemcachedClient xmemcachedClient() throws IOException {
        return new XMemcachedClientBuilder(List.of(address)).build();
    }

    protected net.rubyeye.xmemcached.MemcachedClient constructedXmemcachedClient() throws IOException {
        return new XMemcachedClient(address);
    }

    private void spy() throws Exception {
        spy.flush().get(5, TimeUnit.SECONDS);
        spy.set("users:1", 60, "Ann").get(5, TimeUnit.SECONDS);
        spy.get("users:1");
        spy.asyncGet("users:2").get(5, TimeUnit.SECONDS);
        spy.getBulk("users:1", "users:2");
        spy.delete("users:1").get(5, TimeUnit.SECONDS);
    }

    /** With methods that call each other, return nothing, numbers or truth, and throw. */
    private static void xmemcached(net.rubyeye.xmemcached.MemcachedClient client) throws Exception {
        client.set("users:1", 60, "Ann");
        client.get("users:1");
        client.get("users:2");
        client.get(List.of("users:1", "users:2"));
        client.setWithNoReply("users:3", 60, "Bob");
        if (client.add("users:1", 60, "Cid") || client.incr("visits", 1, 7) != 7) {
            throw new IllegalStateException("another answer");
        }
        client.gets("users:1");
        client.cas("users:1", new CASOperation<String>() {
            @Override
            public int getMaxTries() {
                return 1;
            }

            @Override
            public String getNewValue(long currentCas, String currentValue) {
                return currentValue + "e";
            }
        });
        client.withNamespace("towns", inside -> inside.get("bern"));
        client.getCounter("visits").incrementAndGet();
        try {
            client.set("no key\n", 60, "Ann");
            throw new IllegalStateException("no exception");
        } catch (IllegalArgumentException expected) {
            client.decr("visits", 1);
        }
        client.delete("users:1");
        client.delete("visits");
    }

    @Override
    protected void close() throws Exception {
        spy.shutdown();
        xmemcached.shutdown();
        constructed.shutdown();
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        new MemcachedApplication().serve();
    }
}
