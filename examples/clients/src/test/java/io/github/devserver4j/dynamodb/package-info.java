/** DynamoDB's integration with DynamoDB Local. */
package io.github.devserver4j.dynamodb;
