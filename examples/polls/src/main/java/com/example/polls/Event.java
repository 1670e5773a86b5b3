package com.example.polls;

import java.time.LocalDateTime;

/** An event that visitors are asked about, as a row of {@code polls_event}. */
record Event(long id, String slug, String title, boolean enabled, LocalDateTime startTime) {}
