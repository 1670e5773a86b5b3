package io.github.devserver4j.dynamodb.sdk2;

import io.github.devserver4j.dynamodb.Paginations;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceRecorder;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import software.amazon.awssdk.core.ClientType;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Follows each call through the SDK:
 *
 * <ol>
 *   <li>{@link #modifyRequest}, on the thread that makes the call: begins it, and asks for its consumed capacity.
 *   <li>{@link #beforeTransmission}, for each attempt: counts them.
 *   <li>{@link #modifyHttpResponseContent} and its asynchronous twin, for each attempt: look into errors for throttles.
 *   <li>{@link #modifyResponse}: reads the answer, and takes the capacity out if the application did not ask for it.
 *   <li>{@link #afterExecution} or {@link #onExecutionFailure}: ends it. For an asynchronous call that times out or is
 *       cancelled the SDK calls neither: then its future tells, if the client was {@linkplain DynamoDbTracing#wrap
 *       wrapped}.
 * </ol>
 *
 * <p>The call travels in an attribute of the execution. Thread-safe.
 */
abstract class TracingInterceptor implements ExecutionInterceptor {

    private static final String SERVICE = "DynamoDb";

    /** Names of attributes are unique in the SDK, which a web application may share with others. */
    private static final ExecutionAttribute<SdkExchange> EXCHANGE =
            new ExecutionAttribute<>("io.github.devserver4j.dynamodb." + UUID.randomUUID());

    private final Paginations paginations = new Paginations();

    /** While no call is on its way, and so in the absence of requests, no hook need look for one. */
    private final AtomicInteger underWay = new AtomicInteger();

    abstract @Nullable CurrentTrace currentTrace();

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        CurrentTrace currentTrace = currentTrace();
        TraceRecorder recorder = currentTrace == null ? null : currentTrace.get();
        if (currentTrace == null || recorder == null) {
            return context.request();
        }
        try {
            if (isForDynamoDb(attributes) && attributes.getAttribute(EXCHANGE) == null) {
                return begun(currentTrace, recorder, context.request(), attributes);
            }
        } catch (Throwable fault) {
            Faults.report(fault);
        }
        return context.request();
    }

    private static boolean isForDynamoDb(ExecutionAttributes attributes) {
        return SERVICE.equalsIgnoreCase(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME));
    }

    private SdkRequest begun(
            CurrentTrace currentTrace, TraceRecorder recorder, SdkRequest request, ExecutionAttributes attributes) {
        String name = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        SdkExchange exchange = new SdkExchange(recorder, currentTrace.secrets(), name, request, this);
        SdkRequest asking = exchange.asksForCapacity();
        paginations.begins(exchange);
        attributes.putAttribute(EXCHANGE, exchange);
        FutureEnd.awaitedBy(exchange, attributes);
        underWay.incrementAndGet();
        exchange.begin();
        if (attributes.getAttribute(SdkExecutionAttribute.CLIENT_TYPE) == ClientType.ASYNC) {
            exchange.sent();
        }
        return asking;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        SdkExchange exchange = exchange(attributes);
        if (exchange != null) {
            exchange.attempted();
        }
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        Optional<InputStream> content = context.responseBody();
        SdkExchange exchange = exchange(attributes);
        return exchange == null || context.httpResponse().isSuccessful()
                ? content
                : content.map(body -> new ErrorStream(body, new ErrorBody(exchange)));
    }

    @Override
    public Optional<Publisher<ByteBuffer>> modifyAsyncHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        Optional<Publisher<ByteBuffer>> content = context.responsePublisher();
        SdkExchange exchange = exchange(attributes);
        return exchange == null || context.httpResponse().isSuccessful()
                ? content
                : content.map(body -> new ErrorPublisher(body, new ErrorBody(exchange)));
    }

    @Override
    public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
        SdkExchange exchange = exchange(attributes);
        if (exchange == null) {
            return context.response();
        }
        try {
            return exchange.answered(context.response());
        } catch (Throwable fault) {
            Faults.report(fault);
            return context.response();
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        SdkExchange exchange = exchange(attributes);
        if (exchange != null) {
            over(exchange, null);
        }
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        SdkExchange exchange = exchange(attributes);
        if (exchange != null) {
            over(exchange, context.exception());
        }
    }

    /** The call is over; only the first word of that has an effect. Throws nothing. */
    void over(SdkExchange exchange, @Nullable Throwable thrown) {
        if (exchange.leaves()) {
            underWay.decrementAndGet();
        }
        if (exchange.isEnded()) {
            return;
        }
        if (thrown == null) {
            exchange.end();
            paginations.ended(exchange, exchange.nextStart());
        } else {
            exchange.failed(thrown);
        }
    }

    /** The call that this interceptor, and no other of ours, has begun. */
    private @Nullable SdkExchange exchange(ExecutionAttributes attributes) {
        if (underWay.get() == 0) {
            return null;
        }
        SdkExchange exchange = attributes.getAttribute(EXCHANGE);
        return exchange != null && exchange.isOf(this) ? exchange : null;
    }
}
