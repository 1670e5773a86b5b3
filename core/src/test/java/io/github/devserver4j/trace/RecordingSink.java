package io.github.devserver4j.trace;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what recorders tell. */
final class RecordingSink implements TraceSink {

    final List<String> events = new CopyOnWriteArrayList<>();

    @Override
    public void onStart(TraceRecorder recorder) {
        events.add("start " + recorder.id());
    }

    @Override
    public void onCall(TraceRecorder recorder, Call call) {
        events.add("call " + call.summary());
    }

    @Override
    public void onOutcome(TraceRecorder recorder, Call call) {
        events.add("outcome " + call.outcome());
    }

    @Override
    public void onFinish(TraceRecorder recorder) {
        events.add("finish " + recorder.id());
    }

    @Override
    public void onQuietFinish(TraceRecorder recorder) {
        events.add("quiet " + recorder.id());
    }
}
