package com.example.springpolls;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes votes, each in one transaction together with the sums of its poll. */
@Component
class VoteWriter {

    private final PollRepository polls;
    private final VoteRepository votes;

    VoteWriter(PollRepository polls, VoteRepository votes) {
        this.polls = polls;
        this.votes = votes;
    }

    @Transactional
    public boolean write(long pollId, int value) {
        boolean counts = polls.count(pollId, value) == 1;
        if (counts) {
            votes.save(new Vote(pollId, value, LocalDateTime.now(ZoneId.systemDefault())));
        }
        return counts;
    }

    /** Writes each poll on its own and tells the database at once, where once at the end would do. */
    @Transactional
    public int recount() {
        int recounted = 0;
        for (Poll poll : polls.findAll()) {
            poll.recount(poll.getTotal() + 1, poll.getVotes() + 1);
            polls.flush();
            poll.recount(poll.getTotal() - 1, poll.getVotes() - 1);
            polls.flush();
            recounted++;
        }
        return recounted;
    }
}
