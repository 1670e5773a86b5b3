package io.github.devserver4j.dynamodb;

import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.Tally;

/** The sort of call that DynamoDB gets. */
public enum DynamoDbKind implements CallKind {
    /** A call of DynamoDB, through whichever SDK. */
    DYNAMODB;

    @Override
    public String tag() {
        return "dynamodb";
    }

    @Override
    public Tally newTally() {
        return new DynamoDbTally();
    }
}
