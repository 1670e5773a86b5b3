package io.github.devserver4j.dynamodb.sdk2;

import io.github.devserver4j.dynamodb.Asked;
import io.github.devserver4j.dynamodb.DynamoDbExchange;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.FutureCause;
import io.github.devserver4j.trace.OneLine;
import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A call of an SDK 2 client on its way. */
final class SdkExchange extends DynamoDbExchange {

    private final SdkRequest request;
    private final TracingInterceptor owner;
    private boolean hidesCapacity;
    private @Nullable Object nextStart;
    private boolean over;
    private volatile @Nullable CompletableFuture<?> future;

    SdkExchange(TraceRecorder recorder, Secrets secrets, String name, SdkRequest request, TracingInterceptor owner) {
        super(recorder, secrets, name, Requests.table(request));
        this.request = request;
        this.owner = owner;
    }

    boolean isOf(TracingInterceptor interceptor) {
        return owner.equals(interceptor);
    }

    /** The request that asks for the consumed capacity as well; itself if it does so, or can't. */
    @SuppressWarnings("ReferenceEquality") // whether it is a copy
    SdkRequest asksForCapacity() {
        SdkRequest asking = RequestedCapacity.askedBy(request);
        hidesCapacity = asking != request;
        return asking;
    }

    /** Notes what the answer tells, and gives what the application is to see of it. */
    SdkResponse answered(SdkResponse response) {
        try {
            nextStart = Responses.read(response, request, this);
        } catch (Throwable fault) {
            Faults.report(fault);
        }
        return hidesCapacity ? HiddenCapacity.of(response) : response;
    }

    /** Where the next page begins; null if this was the last one. */
    @Nullable
    Object nextStart() {
        return nextStart;
    }

    /** It ends no later than this future, which the application is about to be given. Throws nothing. */
    void endsWith(CompletableFuture<?> answer) {
        future = answer;
        endAfter(answer);
    }

    /** What the application attaches to its future runs before what we have attached, and may end the request. */
    @Override
    protected void learnEnd() {
        CompletableFuture<?> answer = future;
        if (answer != null && answer.isDone()) {
            endAfter(answer);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what runs after it throws nothing
    private void endAfter(CompletableFuture<?> answer) {
        answer.whenComplete((response, thrown) -> {
            owner.over(this, thrown);
            future = null;
        });
    }

    /** Whether this is the first to tell that the call is over. */
    synchronized boolean leaves() {
        boolean first = !over;
        over = true;
        return first;
    }

    void failed(Throwable thrown) {
        Throwable failure = FutureCause.of(thrown);
        if (failure instanceof ConditionalCheckFailedException) {
            conditionFailed(null);
        } else if (failure instanceof TransactionCanceledException canceled) {
            canceled(codes(canceled), canceled);
        } else {
            fail(failure);
        }
    }

    private static List<@Nullable String> codes(TransactionCanceledException failure) {
        return failure.cancellationReasons().stream()
                .<@Nullable String>map(CancellationReason::code)
                .toList();
    }

    @Override
    protected Asked asked(Secrets secrets) {
        return Requests.asked(request, secrets);
    }

    @Override
    protected @Nullable Object startsAfter() {
        return Requests.startsAfter(request);
    }

    @Override
    protected boolean asksAs(DynamoDbExchange other) {
        return other instanceof SdkExchange that && Requests.ofOneQuery(request, that.request);
    }

    /** The service's own words, without the request's id, which is of use on AWS alone. */
    @Override
    protected String thrownText(Throwable error) {
        if (error instanceof AwsServiceException service) {
            AwsErrorDetails details = service.awsErrorDetails();
            String message = details == null ? null : details.errorMessage();
            if (message != null) {
                return OneLine.of(error.getClass().getSimpleName() + ": " + message);
            }
        }
        return super.thrownText(error);
    }
}
