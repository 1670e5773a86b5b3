package com.example.polls;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.sql.SQLException;
import java.time.Duration;
import java.util.NoSuchElementException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The caches in front of the database, and votes, which they must not outlive. Thread-safe. */
final class PollService {

    /** How long a change made in the database by someone else may stay unseen. */
    static final Duration TIME_TO_LIVE = Duration.ofSeconds(60);

    private static final int MAX_ENTRIES = 1000;

    private final PollDao polls;
    private final VoteDao votes;
    private final Texts texts;
    private final Cache<String, PollState> stateBySlug;
    private final LoadingCache<Long, Poll> pollById;

    PollService(DataSource dataSource, Ticker ticker) {
        this.polls = new PollDao(dataSource);
        this.votes = new VoteDao(dataSource);
        this.texts = new Texts(ticker);
        Caffeine<Object, Object> caches =
                Caffeine.newBuilder().ticker(ticker).maximumSize(MAX_ENTRIES).expireAfterWrite(TIME_TO_LIVE);
        this.stateBySlug = caches.build();
        this.pollById = caches.build(this::load);
    }

    /** Returns what the event of that slug shows, or null, which is never kept, if there is none. */
    @Nullable
    PollState state(String slug) throws SQLException {
        PollState state = stateBySlug.getIfPresent(slug);
        if (state == null) {
            state = polls.state(slug);
            if (state != null) {
                stateBySlug.put(slug, state);
            }
        }
        return state;
    }

    /** Returns the poll of a state. */
    Poll poll(long id) {
        // Loaded by the cache itself: a vote's invalidation then waits for a load that began before it.
        return pollById.get(id);
    }

    /** Returns whether the vote counts; it does not if the poll is not open. */
    boolean vote(long pollId, int value) throws SQLException {
        boolean counts = votes.insert(pollId, value);
        pollById.invalidate(pollId);
        return counts;
    }

    Texts texts() {
        return texts;
    }

    private Poll load(long id) throws SQLException {
        Poll poll = polls.find(id);
        if (poll == null) {
            throw new NoSuchElementException("Poll " + id + " was deleted within the last minute");
        }
        return poll;
    }
}
