package io.github.devserver4j.dynamodb.sdk1;

import com.amazonaws.AmazonServiceException;
import com.amazonaws.AmazonWebServiceRequest;
import com.amazonaws.services.dynamodbv2.model.CancellationReason;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException;
import io.github.devserver4j.dynamodb.Asked;
import io.github.devserver4j.dynamodb.DynamoDbExchange;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.OneLine;
import io.github.devserver4j.trace.Secrets;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call of an SDK 1 client on its way. */
final class SdkExchange extends DynamoDbExchange {

    private final AmazonWebServiceRequest request;
    private final TracingHandler owner;
    private boolean hidesCapacity;
    private @Nullable Object nextStart;

    SdkExchange(
            TraceRecorder recorder,
            Secrets secrets,
            String name,
            AmazonWebServiceRequest request,
            TracingHandler owner) {
        super(recorder, secrets, name, Requests.table(request));
        this.request = request;
        this.owner = owner;
    }

    boolean isOf(TracingHandler handler) {
        return owner.equals(handler);
    }

    /** The request that asks for the consumed capacity as well; itself if it does so, or can't. */
    @SuppressWarnings("ReferenceEquality") // whether it is a copy
    AmazonWebServiceRequest asksForCapacity(AmazonWebServiceRequest marshalled) {
        AmazonWebServiceRequest asking = RequestedCapacity.askedBy(marshalled);
        hidesCapacity = asking != marshalled;
        return asking;
    }

    /** Notes what the result tells, and takes out what the application is not to see of it. */
    void answered(Object result) {
        try {
            nextStart = Results.read(result, request, this);
        } catch (Throwable fault) {
            Faults.report(fault);
        }
        if (hidesCapacity) {
            HiddenCapacity.in(result);
        }
    }

    /** Where the next page begins; null if this was the last one. */
    @Nullable
    Object nextStart() {
        return nextStart;
    }

    void failed(Exception failure) {
        if (failure instanceof ConditionalCheckFailedException) {
            conditionFailed(null);
        } else if (failure instanceof TransactionCanceledException canceled) {
            canceled(codes(canceled), canceled);
        } else {
            fail(failure);
        }
    }

    private static List<@Nullable String> codes(TransactionCanceledException failure) {
        List<CancellationReason> reasons = failure.getCancellationReasons();
        return reasons == null
                ? List.of()
                : reasons.stream()
                        .<@Nullable String>map(CancellationReason::getCode)
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
        if (error instanceof AmazonServiceException service && service.getErrorMessage() != null) {
            return OneLine.of(error.getClass().getSimpleName() + ": " + service.getErrorMessage());
        }
        return super.thrownText(error);
    }
}
