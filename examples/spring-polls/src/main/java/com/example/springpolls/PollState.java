package com.example.springpolls;

/** Which poll an event shows at the moment, and whether votes are taken: the part that no vote changes. */
record PollState(long pollId, String state, String eventTitle) {}
