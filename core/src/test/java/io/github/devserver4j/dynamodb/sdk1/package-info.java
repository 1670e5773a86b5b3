/** Tests of DynamoDB's integration with the AWS SDK 1. */
@NullMarked
package io.github.devserver4j.dynamodb.sdk1;

import org.jspecify.annotations.NullMarked;
