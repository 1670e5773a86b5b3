package io.github.devserver4j.cache.redis.jedis;

import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;

/**
 * The protocol of a {@code Jedis}: from version 8 on its own constructors keep it from negotiating a newer one, as they do
 * here; before, there is nothing to negotiate, and no method that asks.
 */
final class PlainProtocol {

    private PlainProtocol() {}

    static JedisClientConfig of(JedisClientConfig config) {
        try {
            boolean negotiates = config.getRedisProtocol() == null && config.isAutoNegotiateProtocol();
            return negotiates
                    ? DefaultJedisClientConfig.builder()
                            .from(config)
                            .autoNegotiateProtocol(false)
                            .build()
                    : config;
        } catch (NoSuchMethodError before8) {
            return config;
        }
    }
}
