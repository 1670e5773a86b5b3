package io.github.devserver4j.benchmarks;

import io.github.devserver4j.dynamodb.sdk2.DynamoDbTracing;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ClientType;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.InterceptorContext;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * A GetItem of five attributes, twenty in a request: the interceptor's hooks alone, with and without asking for the
 * capacity, and through a client of the SDK whose HTTP is a stub, bare and recorded.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class DynamoDbBenchmark {

    private static final int CALLS = 20;
    private static final byte[] ANSWER =
            ("{\"Item\":{\"id\":{\"S\":\"doi\"},\"a\":{\"S\":\"x\"},\"b\":{\"N\":\"1\"},\"c\":{\"N\":\"2\"},"
                            + "\"d\":{\"BOOL\":true}},\"ConsumedCapacity\":{\"TableName\":\"t\",\"CapacityUnits\":0.5}}")
                    .getBytes(StandardCharsets.UTF_8);

    private final Requests requests = new Requests(true);
    private final ExecutionInterceptor interceptor =
            DynamoDbTracing.create(requests.currentTrace()).interceptor();
    private GetItemRequest unasked;
    private GetItemRequest asked;
    private GetItemResponse response;
    private InterceptorContext madeContext;
    private ExecutionAttributes madeAttributes;
    private DynamoDbClient bare;
    private DynamoDbClient traced;

    /** Builds requests, an answer and clients. */
    @Setup
    public void build() {
        unasked = GetItemRequest.builder()
                .tableName("polls_state")
                .key(Map.of("id", text("doi")))
                .build();
        asked = unasked.toBuilder()
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
        response = GetItemResponse.builder()
                .item(Map.of("id", text("doi"), "a", text("x"), "b", text("y"), "c", text("z"), "d", text("z")))
                .consumedCapacity(ConsumedCapacity.builder().capacityUnits(0.5).build())
                .build();
        madeContext = context(unasked);
        madeAttributes = attributes();
        bare = client(List.of());
        traced = client(List.of(interceptor));
    }

    /** All hooks; the capacity is asked for and hidden. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void hooksInRequest(Blackhole blackhole) {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            hooks(unasked, blackhole);
        }
    }

    /** All hooks, where the application asks for the capacity itself: what recording alone costs. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void hooksInRequestThatAsks(Blackhole blackhole) {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            hooks(asked, blackhole);
        }
    }

    /** All hooks, outside of any request. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void hooksOutside(Blackhole blackhole) {
        hooks(unasked, blackhole);
    }

    /** All hooks of one call outside of any request, on a call that is made once: next to nothing but the hooks. */
    @Benchmark
    public void hooksAloneOutside(Blackhole blackhole) {
        blackhole.consume(interceptor.modifyRequest((Context.ModifyRequest) madeContext, madeAttributes));
        interceptor.beforeTransmission(madeContext, madeAttributes);
        blackhole.consume(interceptor.modifyHttpResponseContent(madeContext, madeAttributes));
        blackhole.consume(interceptor.modifyResponse(madeContext, madeAttributes));
        interceptor.afterExecution(madeContext, madeAttributes);
    }

    /** What is left of {@link #hooksAloneOutside} without the hooks. */
    @Benchmark
    public void noHooksAlone(Blackhole blackhole) {
        blackhole.consume(unasked);
        blackhole.consume(madeContext);
        blackhole.consume(response);
    }

    /** As {@link #hooksAloneOutside}, after an asynchronous call that the SDK has told no end of. */
    @Benchmark
    public void hooksAloneOutsideBesideAnOpenCall(Blackhole blackhole, OpenCall open) {
        blackhole.consume(open.interceptor.modifyRequest((Context.ModifyRequest) madeContext, madeAttributes));
        open.interceptor.beforeTransmission(madeContext, madeAttributes);
        blackhole.consume(open.interceptor.modifyHttpResponseContent(madeContext, madeAttributes));
        blackhole.consume(open.interceptor.modifyResponse(madeContext, madeAttributes));
        open.interceptor.afterExecution(madeContext, madeAttributes);
    }

    /** The SDK's own copies of a request and an answer, which asking for the capacity and hiding it takes. */
    @Benchmark
    public void copiesAlone(Blackhole blackhole) {
        blackhole.consume(unasked.toBuilder()
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build());
        blackhole.consume(
                response.toBuilder().consumedCapacity((ConsumedCapacity) null).build());
    }

    /** What the harness of the hooks costs. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void noHooks(Blackhole blackhole) {
        for (int i = 0; i < CALLS; i++) {
            blackhole.consume(attributes());
            blackhole.consume(context(unasked));
        }
    }

    /** Through a client without the interceptor. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void bareClientInRequest(Blackhole blackhole) {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            gets(bare, blackhole);
        }
    }

    /** Through a client with the interceptor. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public void tracedClientInRequest(Blackhole blackhole) {
        try (io.github.devserver4j.trace.Scope request = requests.open()) {
            gets(traced, blackhole);
        }
    }

    private void gets(DynamoDbClient client, Blackhole blackhole) {
        for (int i = 0; i < CALLS; i++) {
            blackhole.consume(client.getItem(unasked));
        }
    }

    private void hooks(GetItemRequest request, Blackhole blackhole) {
        for (int i = 0; i < CALLS; i++) {
            ExecutionAttributes attributes = attributes();
            InterceptorContext context = context(request);
            blackhole.consume(interceptor.modifyRequest((Context.ModifyRequest) context, attributes));
            interceptor.beforeTransmission(context, attributes);
            blackhole.consume(interceptor.modifyHttpResponseContent(context, attributes));
            blackhole.consume(interceptor.modifyResponse(context, attributes));
            interceptor.afterExecution(context, attributes);
        }
    }

    private static ExecutionAttributes attributes() {
        return new ExecutionAttributes()
                .putAttribute(SdkExecutionAttribute.SERVICE_NAME, "DynamoDb")
                .putAttribute(SdkExecutionAttribute.OPERATION_NAME, "GetItem")
                .putAttribute(SdkExecutionAttribute.CLIENT_TYPE, ClientType.SYNC);
    }

    private InterceptorContext context(SdkRequest request) {
        return InterceptorContext.builder()
                .request(request)
                .response(response)
                .httpResponse(OK)
                .build();
    }

    private static final SdkHttpResponse OK =
            SdkHttpResponse.builder().statusCode(200).build();

    private static DynamoDbClient client(List<ExecutionInterceptor> interceptors) {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create("http://localhost:1"))
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")))
                .httpClient(new StubHttpClient())
                .overrideConfiguration(o -> o.executionInterceptors(interceptors))
                .build();
    }

    private static AttributeValue text(String value) {
        return AttributeValue.builder().s(value).build();
    }

    /** An interceptor that waits for the end of a call. */
    @State(Scope.Benchmark)
    public static class OpenCall {

        private final Requests requests = new Requests(false);
        private final ExecutionInterceptor interceptor =
                DynamoDbTracing.create(requests.currentTrace()).interceptor();

        /** Begins it. */
        @Setup
        public void begin() {
            try (io.github.devserver4j.trace.Scope request = requests.open()) {
                GetItemRequest get = GetItemRequest.builder()
                        .tableName("polls_state")
                        .key(Map.of("id", text("doi")))
                        .build();
                interceptor.modifyRequest(
                        (Context.ModifyRequest)
                                InterceptorContext.builder().request(get).build(),
                        attributes());
            }
        }
    }

    private static final class StubHttpClient implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    return HttpExecuteResponse.builder()
                            .response(OK)
                            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(ANSWER)))
                            .build();
                }

                @Override
                public void abort() {}
            };
        }

        @Override
        public void close() {}
    }
}
