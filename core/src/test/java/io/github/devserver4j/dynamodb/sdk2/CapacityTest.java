package io.github.devserver4j.dynamodb.sdk2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/** Whatever the SDK's client can do: where it has a field for the capacity, we ask for it and take it out. */
@NullUnmarked // a test fails where it dereferences null
final class CapacityTest {

    /** Counts in units of its own, and no version but the newest has it. */
    private static final String SEARCH_VECTORS = "SearchVectors";

    static Stream<Class<?>> requests() {
        return Stream.of(DynamoDbClient.class.getMethods())
                .filter(method -> method.getParameterCount() == 1
                        && DynamoDbRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
                .<Class<?>>map(method -> method.getParameterTypes()[0])
                .filter(type -> !type.getSimpleName().startsWith(SEARCH_VECTORS))
                .distinct();
    }

    static Stream<Class<?>> responses() {
        return Stream.of(DynamoDbClient.class.getMethods())
                .<Class<?>>map(method -> method.getReturnType())
                .filter(DynamoDbResponse.class::isAssignableFrom)
                .filter(type -> !type.getSimpleName().startsWith(SEARCH_VECTORS))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyRequestThatCanAskAsks(Class<?> type) throws Exception {
        SdkPojo builder = (SdkPojo) type.getMethod("builder").invoke(null);
        SdkRequest request = (SdkRequest) ((DynamoDbRequest.Builder) builder).build();
        SdkRequest asking = RequestedCapacity.askedBy(request);
        SdkField<?> field = field(builder, "ReturnConsumedCapacity");
        if (field == null) {
            assertThat(asking).isSameAs(request);
        } else {
            assertThat(field.getValueOrDefault(asking)).isEqualTo("TOTAL");
            assertThat(RequestedCapacity.askedBy(asking)).isSameAs(asking);
        }
    }

    @ParameterizedTest
    @MethodSource("responses")
    void everyAnswerWithCapacityHidesIt(Class<?> type) throws Exception {
        SdkPojo builder = (SdkPojo) type.getMethod("builder").invoke(null);
        SdkResponse empty = ((DynamoDbResponse.Builder) builder).build();
        SdkField<?> field = field(builder, "ConsumedCapacity");
        if (field == null) {
            assertThat(HiddenCapacity.of(empty)).isSameAs(empty);
            return;
        }
        ConsumedCapacity capacity =
                ConsumedCapacity.builder().capacityUnits(1.0).build();
        boolean several = field.marshallingType().getTargetClass() == List.class;
        field.set(builder, several ? List.of(capacity) : capacity);
        SdkResponse full = ((DynamoDbResponse.Builder) builder).build();
        assertThat(full).isNotEqualTo(empty);
        assertThat(HiddenCapacity.of(full)).isEqualTo(empty);
    }

    private static SdkField<?> field(SdkPojo pojo, String name) {
        return pojo.sdkFields().stream()
                .filter(field -> field.locationName().equals(name))
                .findFirst()
                .orElse(null);
    }
}
