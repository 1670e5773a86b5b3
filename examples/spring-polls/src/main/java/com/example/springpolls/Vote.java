package com.example.springpolls;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** One vote, as it was cast. */
@Entity
@Table(name = "polls_vote")
public class Vote {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long pollId;

    @Column(name = "vote_value")
    private int value;

    @Column(nullable = false)
    private LocalDateTime castAt = LocalDateTime.MIN;

    protected Vote() {}

    Vote(long pollId, int value, LocalDateTime castAt) {
        this.pollId = pollId;
        this.value = value;
        this.castAt = castAt;
    }

    public @Nullable Long getId() {
        return id;
    }

    public long getPollId() {
        return pollId;
    }

    public int getValue() {
        return value;
    }

    public LocalDateTime getCastAt() {
        return castAt;
    }
}
