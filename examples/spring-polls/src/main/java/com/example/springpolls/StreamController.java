package com.example.springpolls;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Streams the votes of a poll as server-sent events: {@code ?events=5&interval=200&slug=doi}, milliseconds. */
@Controller
class StreamController {

    private final PollService service;
    private final PollRepository polls;

    StreamController(PollService service, PollRepository polls) {
        this.service = service;
        this.polls = polls;
    }

    @GetMapping("/stream")
    ResponseEntity<StreamingResponseBody> stream(
            @RequestParam(defaultValue = "doi") String slug,
            @RequestParam(defaultValue = "5") String events,
            @RequestParam(defaultValue = "200") String interval) {
        int count = WholeNumber.of("events", events, 1, 1000);
        int millis = WholeNumber.of("interval", interval, 0, 60_000);
        PollState state = service.state(slug);
        if (state == null) {
            throw new NoSuchElementException(slug);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/event-stream;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .body(out -> send(out, state.pollId(), count, millis));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> wrongNumber(IllegalArgumentException wrong) {
        return PollController.error(HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unknown(NoSuchElementException slug) {
        return PollController.noEvent(String.valueOf(slug.getMessage()));
    }

    private void send(OutputStream out, long pollId, int events, int interval) throws IOException {
        try {
            for (int sent = 1; sent <= events; sent++) {
                String data = "{\"votes\":" + polls.findVotes(pollId).get(0) + "}";
                out.write(("id: " + sent + "\nevent: votes\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
                TimeUnit.MILLISECONDS.sleep(interval);
            }
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
        }
    }
}
