/**
 * What all integrations of DynamoDB share: what a call asked, what its answer told, and the sum of a request's calls.
 *
 * <p>Each major version of the AWS SDK has a package below this one; neither sees the other. Both extend
 * {@link io.github.devserver4j.dynamodb.DynamoDbExchange}, which ends as a
 * {@link io.github.devserver4j.dynamodb.DynamoDbCall}. An SDK's attribute values come here as plain Java: a String, a
 * Boolean, a List, a Map, a {@link io.github.devserver4j.dynamodb.Numeral} or a
 * {@link io.github.devserver4j.dynamodb.Binary}.
 *
 * <p>Depends on {@code trace} and, for the text of PartiQL statements, {@code sql}.
 */
@NullMarked
package io.github.devserver4j.dynamodb;

import org.jspecify.annotations.NullMarked;
