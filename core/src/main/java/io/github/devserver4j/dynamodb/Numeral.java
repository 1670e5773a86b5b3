package io.github.devserver4j.dynamodb;

/** A number as DynamoDB writes it, or {@code null}: shown without quotes. */
public record Numeral(String text) {

    /** DynamoDB's own null. */
    public static final Numeral NULL = new Numeral("null");
}
