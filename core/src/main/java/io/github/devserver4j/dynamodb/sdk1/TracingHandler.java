package io.github.devserver4j.dynamodb.sdk1;

import com.amazonaws.AmazonServiceException;
import com.amazonaws.AmazonWebServiceRequest;
import com.amazonaws.Request;
import com.amazonaws.Response;
import com.amazonaws.handlers.HandlerAfterAttemptContext;
import com.amazonaws.handlers.HandlerBeforeAttemptContext;
import com.amazonaws.handlers.HandlerContextKey;
import com.amazonaws.handlers.RequestHandler2;
import io.github.devserver4j.dynamodb.Paginations;
import io.github.devserver4j.dynamodb.Throttles;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceRecorder;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Follows each call through the SDK:
 *
 * <ol>
 *   <li>{@link #beforeExecution}, on the thread that makes the call, of an asynchronous client as well: begins it. The
 *       call travels in the context of a copy of the request, which applications use again, on several threads maybe.
 *   <li>{@link #beforeMarshalling}: asks for the consumed capacity, on another copy, since an asynchronous client gives
 *       the first to the application's {@code AsyncHandler}.
 *   <li>{@link #beforeAttempt} and {@link #afterAttempt}: count attempts and throttles.
 *   <li>{@link #afterResponse} or {@link #afterError}: ends it.
 * </ol>
 *
 * <p>Thread-safe.
 */
abstract class TracingHandler extends RequestHandler2 {

    private static final String REQUESTS = "com.amazonaws.services.dynamodbv2.model.";

    /** Requests of DynamoDB Streams, which is another service in the same package. */
    private static final Set<String> STREAMS =
            Set.of("DescribeStream", "GetRecords", "GetShardIterator", "ListStreams");

    /** Told apart by its name, from that of another devserver in this application as well. */
    private static final HandlerContextKey<SdkExchange> EXCHANGE =
            new HandlerContextKey<>("io.github.devserver4j.dynamodb." + UUID.randomUUID());

    private final Paginations paginations = new Paginations();

    abstract @Nullable CurrentTrace currentTrace();

    @Override
    public AmazonWebServiceRequest beforeExecution(AmazonWebServiceRequest request) {
        CurrentTrace currentTrace = currentTrace();
        TraceRecorder recorder = currentTrace == null ? null : currentTrace.get();
        if (currentTrace == null || recorder == null || request == null) {
            return request;
        }
        try {
            String operation = operation(request.getClass().getName());
            boolean begun = operation == null || request.getHandlerContext(EXCHANGE) != null;
            return operation == null || begun ? request : begun(currentTrace, recorder, operation, request);
        } catch (Throwable fault) {
            Faults.report(fault);
            return request;
        }
    }

    /** {@code GetItem}; null for a request of another service. */
    private static @Nullable String operation(String requestClass) {
        if (!requestClass.startsWith(REQUESTS) || !requestClass.endsWith("Request")) {
            return null;
        }
        String operation = requestClass.substring(REQUESTS.length(), requestClass.length() - "Request".length());
        return STREAMS.contains(operation) ? null : operation;
    }

    private AmazonWebServiceRequest begun(
            CurrentTrace currentTrace, TraceRecorder recorder, String operation, AmazonWebServiceRequest request) {
        AmazonWebServiceRequest copy = request.clone();
        SdkExchange exchange = new SdkExchange(recorder, currentTrace.secrets(), operation, copy, this);
        paginations.begins(exchange);
        exchange.begin();
        exchange.sent(); // on another thread, if the client is asynchronous, which no one can tell here
        recorder.begun(exchange);
        copy.addHandlerContext(EXCHANGE, exchange);
        return copy;
    }

    @Override
    public AmazonWebServiceRequest beforeMarshalling(AmazonWebServiceRequest request) {
        SdkExchange exchange = request == null ? null : exchange(request);
        if (exchange == null) {
            return request;
        }
        try {
            return exchange.asksForCapacity(request);
        } catch (Throwable fault) {
            Faults.report(fault);
            return request;
        }
    }

    @Override
    public void beforeAttempt(HandlerBeforeAttemptContext context) {
        SdkExchange exchange = exchange(context.getRequest().getOriginalRequest());
        if (exchange != null) {
            exchange.attempted();
        }
    }

    @Override
    public void afterAttempt(HandlerAfterAttemptContext context) {
        SdkExchange exchange = exchange(context.getRequest().getOriginalRequest());
        if (exchange != null
                && context.getException() instanceof AmazonServiceException failure
                && Throttles.contain(failure.getErrorCode())) {
            exchange.throttled();
        }
    }

    @Override
    public void afterResponse(Request<?> request, Response<?> response) {
        SdkExchange exchange = exchange(request.getOriginalRequest());
        if (exchange != null) {
            try {
                exchange.answered(response.getAwsResponse());
            } catch (Throwable fault) {
                Faults.report(fault);
            }
            exchange.end();
            paginations.ended(exchange, exchange.nextStart());
        }
    }

    @Override
    public void afterError(Request<?> request, Response<?> response, Exception failure) {
        SdkExchange exchange = exchange(request.getOriginalRequest());
        if (exchange != null) {
            exchange.failed(failure);
        }
    }

    /** The call that this handler, and no other of ours, has begun. */
    private @Nullable SdkExchange exchange(AmazonWebServiceRequest request) {
        SdkExchange exchange = request.getHandlerContext(EXCHANGE);
        return exchange != null && exchange.isOf(this) ? exchange : null;
    }
}
