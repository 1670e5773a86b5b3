/** Tests of DynamoDB's integration with the AWS SDK 2. */
@NullMarked
package io.github.devserver4j.dynamodb.sdk2;

import org.jspecify.annotations.NullMarked;
