package io.github.devserver4j.spring.task;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.DevServerSettings;
import io.github.devserver4j.trace.Call;
import io.github.devserver4j.trace.Trace;
import io.github.devserver4j.trace.TraceListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of an application, by what they are of; of the calls in them the marked statements. Thread-safe. */
final class Finished implements TraceListener {

    /** {@code select '17 task'}: what request 17 asked of the database. */
    private static final Pattern MARK = Pattern.compile("'(\\d+ \\w+)'");

    private final Map<String, BlockingQueue<List<String>>> byTarget = new ConcurrentHashMap<>();

    static DevServer devServer(Finished finished, boolean background) {
        return DevServer.create(
                DevServerSettings.builder().background(background).build(), List.of(finished));
    }

    static String statement(int number, String step) {
        return "select '" + number + " " + step + "'";
    }

    @Override
    public void onFinish(Trace trace) {
        List<String> marks = new ArrayList<>();
        for (Call call : trace.calls()) {
            Matcher mark = MARK.matcher(call.summary());
            if (mark.find()) {
                marks.add(mark.group(1));
            }
        }
        of(trace.request().target()).add(marks);
    }

    /** The marks of a request, or of the next run of a task, when it is over; waits for at most ten seconds. */
    List<String> next(String target) throws InterruptedException {
        List<String> marks = of(target).poll(10, TimeUnit.SECONDS);
        return marks == null ? List.of("no block") : marks;
    }

    /** How many blocks of this target nobody has asked for. */
    int left(String target) {
        return of(target).size();
    }

    private BlockingQueue<List<String>> of(String target) {
        return byTarget.computeIfAbsent(target, unknown -> new LinkedBlockingQueue<>());
    }
}
