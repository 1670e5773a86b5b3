package com.example.polls;

/**
 * A question answered by a number from {@value #LOWEST} to {@value #HIGHEST}, as a row of {@code polls_numericpoll}.
 *
 * @param total the sum of the values of all votes
 * @param votes how many votes were cast
 */
record Poll(long id, long eventId, String question, String state, long total, long votes) {

    static final int LOWEST = 1;
    static final int HIGHEST = 10;
    static final String OPEN = "open";

    /** Returns the mean value of the votes, rounded to hundredths, and 0 as long as there is none. */
    double average() {
        return votes == 0 ? 0 : Math.round(100.0 * total / votes) / 100.0;
    }
}
