package com.example.springpolls;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A question answered by a number from 1 to 10. */
@Entity
@Table(name = "polls_numericpoll")
public class Poll {

    static final String OPEN = "open";

    @Id
    private long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private @Nullable Event event;

    @Column(nullable = false, length = 200)
    private String question = "";

    @Column(nullable = false, length = 20)
    private String state = "";

    private long total;

    private long votes;

    protected Poll() {}

    Poll(long id, Event event, String question, String state, long total, long votes) {
        this.id = id;
        this.event = event;
        this.question = question;
        this.state = state;
        this.total = total;
        this.votes = votes;
    }

    public long getId() {
        return id;
    }

    public @Nullable Event getEvent() {
        return event;
    }

    public String getQuestion() {
        return question;
    }

    public String getState() {
        return state;
    }

    public long getTotal() {
        return total;
    }

    public long getVotes() {
        return votes;
    }

    /** The mean value of the votes, rounded to hundredths, and 0 as long as there is none. */
    public double getAverage() {
        return votes == 0 ? 0 : Math.round(100.0 * total / votes) / 100.0;
    }

    /** Counts once more what is there already. */
    void recount(long sum, long count) {
        total = sum;
        votes = count;
    }
}
