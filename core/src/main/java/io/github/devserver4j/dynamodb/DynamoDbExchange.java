package io.github.devserver4j.dynamodb;

import io.github.devserver4j.trace.CallKind;
import io.github.devserver4j.trace.RemoteCall;
import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of DynamoDB while its answer is awaited; ends as a {@link DynamoDbCall}. An SDK extends it with its own request.
 * What the answer says is told before its {@link #end()}; see {@link RemoteCall} for the order and the threads.
 */
public abstract class DynamoDbExchange extends RemoteCall {

    private static final String CONDITION = "ConditionalCheckFailed";

    private static final String CONDITION_FAILED = "conditional check failed";

    private final DynamoDbCall.Operation operation;
    private final Secrets secrets;
    private long items = Answer.UNKNOWN;
    private long scanned = Answer.UNKNOWN;
    private double readUnits;
    private double writeUnits;
    private int unprocessed;
    private int failedStatements;
    private volatile int attempts;
    private volatile int throttles;
    private @Nullable String conditionalFailure;
    private volatile @Nullable PageGroup group;

    /** A call of this operation ({@code GetItem}) on this table, if it has one. */
    protected DynamoDbExchange(TraceRecorder recorder, Secrets secrets, String name, @Nullable String table) {
        super(recorder);
        this.secrets = secrets;
        this.operation = new DynamoDbCall.Operation(name, table);
    }

    /** What it asks for; called on devserver's thread. */
    protected abstract Asked asked(Secrets secrets);

    /** The key of the item after which this page begins; null for a first page, and for what has no pages. */
    protected abstract @Nullable Object startsAfter();

    /** Whether it asks the same as another call of the same operation and table, but for where to begin. */
    protected abstract boolean asksAs(DynamoDbExchange other);

    /** Asked before the call is told, in case that it has ended and nobody has said so yet. */
    protected void learnEnd() {}

    /** The request is sent, once more if it was before. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // attempts follow one another
    public final void attempted() {
        attempts++;
    }

    /** DynamoDB told to come back later. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    public final void throttled() {
        throttles++;
    }

    /** How many items came back. */
    public final void found(long items) {
        this.items = items;
    }

    /** How many items came back of those that were read. */
    public final void found(@Nullable Integer items, @Nullable Integer scanned) {
        this.items = items == null ? Answer.UNKNOWN : items;
        this.scanned = scanned == null ? Answer.UNKNOWN : scanned;
    }

    /**
     * What DynamoDB says that one table has consumed.
     *
     * @param total all capacity units
     * @param read those for reading, where they are told apart
     * @param write those for writing, where they are told apart
     * @param reading whether the operation reads, which tells what the total is of
     */
    public final void consumed(@Nullable Double total, @Nullable Double read, @Nullable Double write, boolean reading) {
        if (read == null && write == null && total != null) {
            readUnits += reading ? total : 0;
            writeUnits += reading ? 0 : total;
        } else {
            readUnits += read == null ? 0 : read;
            writeUnits += write == null ? 0 : write;
        }
    }

    /** How many keys or items of a batch were left. */
    public final void unprocessed(int count) {
        this.unprocessed = count;
    }

    /** How many statements of a batch failed. */
    public final void failedStatements(int count) {
        this.failedStatements = count;
    }

    /** The call ends, with an exception, since its condition did not hold; for a transaction, with its reasons. */
    public final void conditionFailed(@Nullable String reasons) {
        conditionalFailure = reasons == null ? CONDITION_FAILED : CONDITION_FAILED + ": " + reasons;
        end();
    }

    final @Nullable PageGroup group() {
        return group;
    }

    final void joins(PageGroup pages) {
        group = pages;
    }

    final TraceRecorder trace() {
        return recorder();
    }

    final Answer answer() {
        return new Answer(
                1,
                items,
                scanned,
                readUnits,
                writeUnits,
                unprocessed,
                failedStatements,
                attempts,
                throttles,
                conditionalFailure);
    }

    @Override
    public final CallKind kind() {
        return DynamoDbKind.DYNAMODB;
    }

    @Override
    public final Object operation() {
        return operation;
    }

    @Override
    public final String operationText(TextStyle style) {
        return operation.text();
    }

    @Override
    public final DynamoDbCall finished() {
        learnEnd();
        return call(asked(secrets));
    }

    /** As {@link #finished()}, but for the key and all text: for calls that are only counted. */
    final DynamoDbCall counted() {
        return call(Asked.of(operation.table()));
    }

    private DynamoDbCall call(Asked asked) {
        PageGroup pages = group;
        boolean first = pages != null && pages.first().equals(this);
        Answer sum = pages != null && first ? pages.sum() : null;
        return new DynamoDbCall(
                operation.name(),
                asked,
                answer(),
                sum == null || sum.pages() == 1 ? null : sum,
                pages == null ? 0 : pages.durationNanos(),
                pages != null && !first,
                timing());
    }

    @Override
    protected final String errorText(Throwable error) {
        return secrets.maskKey(thrownText(error));
    }

    /** An exception in one line, as short as it can be told. */
    protected String thrownText(Throwable error) {
        return super.errorText(error);
    }

    /**
     * A transaction was canceled: by conditions alone, which is an answer, or by something else.
     *
     * @param codes the reason for each of its items, {@code None} where there is none
     */
    protected final void canceled(List<@Nullable String> codes, Throwable failure) {
        if (codes.stream().anyMatch(Throttles::contain)) {
            throttled();
        }
        boolean onlyConditions = codes.stream().allMatch(code -> CONDITION.equals(code) || "None".equals(code));
        if (onlyConditions && codes.contains(CONDITION)) {
            conditionFailed(String.join(", ", codes));
        } else {
            fail(failure);
        }
    }
}
