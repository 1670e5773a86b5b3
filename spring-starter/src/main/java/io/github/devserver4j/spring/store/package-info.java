/**
 * Records the clients of key-value stores and document stores that are beans: of Redis, DynamoDB and Cassandra;
 * {@link io.github.devserver4j.spring.store.StoreConfiguration} is the way in.
 */
@NullMarked
package io.github.devserver4j.spring.store;

import org.jspecify.annotations.NullMarked;
