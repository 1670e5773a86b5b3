package io.github.devserver4j.dynamodb;

import io.github.devserver4j.trace.CallSiteText;
import io.github.devserver4j.trace.Loops;
import java.util.List;

/** Finds reads of different keys of a table, one by one from one place, that a batch could replace. Bounded. */
final class SingleGets {

    /** The keys that one BatchGetItem takes, by DynamoDB's limits. */
    private static final int BATCH = 100;

    private final Loops<Place> loops = new Loops<>();

    void add(DynamoDbCall call) {
        StackTraceElement site = call.callSite();
        List<String> tables = call.asked().tables();
        if (call.name().equals("GetItem") && site != null && call.error() == null && !tables.isEmpty()) {
            loops.add(new Place(tables.get(0), site), call.asked().key());
        }
    }

    void addAll(SingleGets others) {
        loops.addAll(others.loops);
    }

    /** One line for each place, those with most reads first. */
    List<String> hints() {
        return loops.hints(SingleGets::hint);
    }

    private static String hint(Loops.Loop<Place> loop) {
        String batches = loop.keys() <= BATCH ? "one BatchGetItem" : "a BatchGetItem for each " + BATCH;
        return loop.count() + " single GetItem of " + loop.place().table + " " + CallSiteText.of(loop.place().site)
                + ": " + batches + " would do";
    }

    private record Place(String table, StackTraceElement site) {}
}
