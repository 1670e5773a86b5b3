/** Tests of DynamoDB's integration with the AWS SDK 1. */
@NullUnmarked
package io.github.devserver4j.dynamodb.sdk1;

import org.jspecify.annotations.NullUnmarked;
