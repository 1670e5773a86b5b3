package com.example.polls;

/** A request parameter that cannot be used. */
final class BadParameterException extends Exception {

    private final String advice;

    /** Takes what to tell the caller: which parameter, and what is allowed. */
    BadParameterException(String advice) {
        super(advice);
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
