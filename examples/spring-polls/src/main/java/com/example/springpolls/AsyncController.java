package com.example.springpolls;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Counts the events on a thread of the application's own and answers from there, or goes on to {@code /events}. */
@Controller
class AsyncController {

    private final EventRepository events;

    AsyncController(EventRepository events) {
        this.events = events;
    }

    @GetMapping("/async")
    @ResponseBody
    Callable<Map<String, Object>> async() {
        return () -> {
            int count = events.findByEnabledTrueOrderByStartTimeDesc().size();
            // Boot's pool counts its threads.
            String thread = Thread.currentThread().getName().replaceFirst("-\\d+$", "");
            return new TreeMap<>(Map.of("events", count, "thread", thread));
        };
    }

    @GetMapping(path = "/async", params = "dispatch=1")
    Callable<String> dispatch() {
        return () -> {
            events.findByEnabledTrueOrderByStartTimeDesc();
            return "forward:/events";
        };
    }
}
