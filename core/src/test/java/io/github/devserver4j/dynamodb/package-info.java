/** Tests of DynamoDB's integration. */
@NullMarked
package io.github.devserver4j.dynamodb;

import org.jspecify.annotations.NullMarked;
