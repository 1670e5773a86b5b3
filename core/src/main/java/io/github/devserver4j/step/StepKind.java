package io.github.devserver4j.step;

import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.Tally;
import java.util.Locale;

/** What a {@link Step} is. */
public enum StepKind implements CallKind {
    /** The application's own method that answered: {@code [handler] (12ms) OwnerController#showOwner  /owners/{ownerId}}. */
    HANDLER,

    /** Making the answer's text out of what the handler returned: {@code [view] (30ms) owners/ownerDetails}. */
    VIEW,

    /** From a transaction's begin to its end: {@code [transaction] (31ms) OwnerService.save, committed}. */
    TRANSACTION;

    @Override
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Tally newTally() {
        return new StepTally();
    }
}
