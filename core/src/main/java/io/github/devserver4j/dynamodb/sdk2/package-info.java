/**
 * Records the calls of DynamoDB clients of the AWS SDK for Java 2, synchronous, asynchronous and enhanced.
 *
 * <p>{@link io.github.devserver4j.dynamodb.sdk2.DynamoDbTracing} gives the interceptor of one client;
 * {@link io.github.devserver4j.dynamodb.sdk2.GlobalDynamoDbInterceptor} is the one that the SDK finds by itself and puts
 * into every client. Of clients for other services nothing is recorded, and no class of DynamoDB's client is loaded for
 * them.
 *
 * <p>Depends on {@code dynamodb}, {@code trace}, the AWS SDK and the Reactive Streams that its answers come by.
 */
@NullMarked
package io.github.devserver4j.dynamodb.sdk2;

import org.jspecify.annotations.NullMarked;
