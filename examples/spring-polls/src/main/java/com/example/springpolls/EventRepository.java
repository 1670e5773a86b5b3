package com.example.springpolls;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface EventRepository extends JpaRepository<Event, Long> {

    /** Without their polls. */
    List<Event> findByEnabledTrueOrderByStartTimeDesc();

    List<Event> findBySlug(String slug);
}
