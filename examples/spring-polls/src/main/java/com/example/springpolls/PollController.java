package com.example.springpolls;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells the state of an event's poll, and takes votes. */
@RestController
@RequestMapping("/api/1.0/show/{slug}")
class PollController {

    private final PollService service;
    private final Texts texts;

    PollController(PollService service, Texts texts) {
        this.service = service;
        this.texts = texts;
    }

    @RequestMapping(path = "/state", method = RequestMethod.GET)
    ResponseEntity<Map<String, Object>> state(@PathVariable String slug) {
        PollState state = service.state(slug);
        return state == null ? noEvent(slug) : ResponseEntity.ok(describe(slug, state));
    }

    @RequestMapping(path = "/vote", method = RequestMethod.POST)
    ResponseEntity<Map<String, Object>> vote(
            @PathVariable String slug, @RequestParam(required = false) @Nullable String value) {
        PollState state = service.state(slug);
        if (state == null) {
            return noEvent(slug);
        }
        try {
            return vote(state.pollId(), WholeNumber.of("value", value, 1, 10));
        } catch (IllegalArgumentException e) {
            return error(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    @RequestMapping("/vote")
    ResponseEntity<Map<String, Object>> onlyPost() {
        return notAllowed("POST");
    }

    @RequestMapping("/state")
    ResponseEntity<Map<String, Object>> onlyGet() {
        return notAllowed("GET");
    }

    @RequestMapping("/**")
    ResponseEntity<Map<String, Object>> other() {
        return error(HttpStatus.NOT_FOUND, "Ask for {slug}/state or {slug}/vote.");
    }

    static ResponseEntity<Map<String, Object>> error(HttpStatus status, String message) {
        return ResponseEntity.status(status).body(Map.of("error", message));
    }

    static ResponseEntity<Map<String, Object>> noEvent(String slug) {
        return error(HttpStatus.NOT_FOUND, "There is no event \"" + slug + "\".");
    }

    private static ResponseEntity<Map<String, Object>> notAllowed(String method) {
        return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
                .header(HttpHeaders.ALLOW, method)
                .body(Map.of("error", "Use " + method + "."));
    }

    private ResponseEntity<Map<String, Object>> vote(long pollId, int value) {
        if (!service.vote(pollId, value)) {
            return error(HttpStatus.CONFLICT, "The poll is closed.");
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.LOCATION, "state")
                .body(service.poll(pollId));
    }

    private Map<String, Object> describe(String slug, PollState state) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("event", new TreeMap<>(Map.of("slug", slug, "title", state.eventTitle())));
        body.put("poll", service.poll(state.pollId()));
        body.put("message", texts.text(state.state()));
        body.put("hint", texts.text("hint"));
        body.put("labels", texts.labels());
        return body;
    }
}
