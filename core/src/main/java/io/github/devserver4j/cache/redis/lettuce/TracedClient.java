package io.github.devserver4j.cache.redis.lettuce;

import io.github.devserver4j.cache.redis.RedisServer;

/** A client whose own connections record. */
interface TracedClient {

    RedisServer server();
}
