package com.example.springpolls;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** An event that visitors are asked about. */
@Entity
@Table(name = "polls_event")
public class Event {

    @Id
    private long id;

    @Column(nullable = false, unique = true, length = 50)
    private String slug = "";

    @Column(nullable = false, length = 200)
    private String title = "";

    private boolean enabled;

    @Column(nullable = false)
    private LocalDateTime startTime = LocalDateTime.MIN;

    @OneToMany(mappedBy = "event", fetch = FetchType.LAZY)
    @OrderBy("id")
    private List<Poll> polls = new ArrayList<>();

    protected Event() {}

    Event(long id, String slug, String title, boolean enabled, LocalDateTime startTime) {
        this.id = id;
        this.slug = slug;
        this.title = title;
        this.enabled = enabled;
        this.startTime = startTime;
    }

    public long getId() {
        return id;
    }

    public String getSlug() {
        return slug;
    }

    public String getTitle() {
        return title;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public LocalDateTime getStartTime() {
        return startTime;
    }

    /** Read from the database when first asked for, one event at a time. */
    public List<Poll> getPolls() {
        return polls;
    }
}
