package com.example.springpolls;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.annotation.CacheEvict;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/** The caches in front of the database, and votes, which they must not outlive. Thread-safe. */
@Service
class PollService {

    private final PollRepository polls;
    private final VoteWriter writer;

    PollService(PollRepository polls, VoteWriter writer) {
        this.polls = polls;
        this.writer = writer;
    }

    /** Returns what the event of that slug shows, or null, which is never kept, if there is none. */
    @Cacheable(cacheNames = "states", unless = "#result == null")
    public @Nullable PollState state(String slug) {
        return polls.findStates(slug, Limit.of(1)).stream().findFirst().orElse(null);
    }

    /** Returns the poll of a state, as it is answered. */
    @Cacheable("polls")
    public Map<String, Object> poll(long id) {
        return describe(polls.findById(id).orElseThrow());
    }

    /** Returns whether the vote counts; it does not if the poll is not open. */
    @CacheEvict(cacheNames = "polls", key = "#id")
    public boolean vote(long id, int value) {
        return writer.write(id, value);
    }

    private static Map<String, Object> describe(Poll poll) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", poll.getId());
        body.put("question", poll.getQuestion());
        body.put("state", poll.getState());
        body.put("votes", poll.getVotes());
        body.put("total", poll.getTotal());
        body.put("average", poll.getAverage());
        return body;
    }
}
