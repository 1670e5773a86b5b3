package io.github.devserver4j.httpclient;

import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.Tally;

/** The kind of all outgoing HTTP calls, whichever client made them. */
public enum HttpKind implements CallKind {
    HTTP;

    @Override
    public String tag() {
        return "http";
    }

    @Override
    public Tally newTally() {
        return new HttpTally();
    }
}
