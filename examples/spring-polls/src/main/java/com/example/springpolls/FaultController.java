package com.example.springpolls;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Pages that are slow or wasteful, each in a way of its own. */
@Controller
class FaultController {

    private final EventRepository events;
    private final PollRepository polls;
    private final VoteWriter writer;

    FaultController(EventRepository events, PollRepository polls, VoteWriter writer) {
        this.events = events;
        this.polls = polls;
        this.writer = writer;
    }

    @GetMapping("/")
    String index() {
        return "index";
    }

    /** The view reads the polls of each event by a query of its own. */
    @GetMapping("/events")
    String events(Model model) {
        model.addAttribute("events", events.findByEnabledTrueOrderByStartTimeDesc());
        return "events";
    }

    @GetMapping("/slow")
    @ResponseBody
    Map<String, Object> slow() {
        polls.sleep();
        return Map.of("slow", true);
    }

    /** One good query and one that fails. */
    @GetMapping("/error")
    @ResponseBody
    Map<String, Object> error() {
        events.findByEnabledTrueOrderByStartTimeDesc();
        return Map.of("colours", polls.findColours());
    }

    /** Reads the same event again and again. */
    @GetMapping("/duplicates")
    @ResponseBody
    Map<String, Object> duplicates() {
        int found = 0;
        for (int i = 0; i < 5; i++) {
            found += events.findBySlug("doi").size();
        }
        return Map.of("found", found);
    }

    /** Two flushes for each poll, in one transaction. */
    @GetMapping("/recount")
    @ResponseBody
    Map<String, Object> recount() {
        return Map.of("recounted", writer.recount());
    }
}
