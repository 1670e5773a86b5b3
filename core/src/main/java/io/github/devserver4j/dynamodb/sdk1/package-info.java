/**
 * Records the calls of DynamoDB clients of the AWS SDK for Java 1, synchronous and asynchronous, and of what is built on
 * them: DynamoDBMapper and the document API.
 *
 * <p>{@link io.github.devserver4j.dynamodb.sdk1.DynamoDbTracing} gives the request handler of one client;
 * {@link io.github.devserver4j.dynamodb.sdk1.GlobalDynamoDbHandler} is the one that the SDK finds by itself and puts into
 * every client. Of clients for other services nothing is recorded, and no class of DynamoDB's client is loaded for them.
 *
 * <p>Depends on {@code dynamodb}, {@code trace} and the AWS SDK.
 */
@NullMarked
package io.github.devserver4j.dynamodb.sdk1;

import org.jspecify.annotations.NullMarked;
