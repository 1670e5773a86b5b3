package com.example.polls;

import com.fasterxml.jackson.jr.ob.JSON;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One reader's stream of a poll's votes: each run reads them, sends one event and schedules the next run. Runs of one
 * stream never overlap.
 */
final class VoteStream implements Runnable {

    private final AsyncContext async;
    private final PollDao dao;
    private final ScheduledExecutorService executor;
    private final long pollId;
    private final int events;
    private final long intervalMillis;
    private int sent;

    VoteStream(
            AsyncContext async,
            PollDao dao,
            ScheduledExecutorService executor,
            long pollId,
            int events,
            long intervalMillis) {
        this.async = async;
        this.dao = dao;
        this.executor = executor;
        this.pollId = pollId;
        this.events = events;
        this.intervalMillis = intervalMillis;
    }

    @Override
    public void run() {
        try {
            Poll poll = dao.find(pollId);
            if (poll != null) {
                send(poll);
            }
            if (poll == null || sent == events) {
                async.complete();
            } else {
                Future<?> unused = executor.schedule(this, intervalMillis, TimeUnit.MILLISECONDS);
            }
        } catch (IOException e) {
            // The reader has gone, which is how most streams end.
            end();
        } catch (SQLException | RuntimeException e) {
            async.getRequest().getServletContext().log("A stream of votes failed", e);
            end();
        }
    }

    private void send(Poll poll) throws IOException {
        sent++;
        String data = JSON.std.asString(Map.of("votes", poll.votes()));
        String event = "id: " + sent + "\nevent: votes\ndata: " + data + "\n\n";
        ServletOutputStream out = async.getResponse().getOutputStream();
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void end() {
        try {
            async.complete();
        } catch (IllegalStateException e) {
            // The container was faster in ending it.
        }
    }
}
