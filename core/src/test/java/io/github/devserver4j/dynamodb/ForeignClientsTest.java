package io.github.devserver4j.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.InstalledTraces;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Applications that have the AWS SDK for another service alone, and not DynamoDB's client. */
final class ForeignClientsTest {

    /** Runs in the class loader without DynamoDB's clients, through a real client of SDK 1 for S3. */
    public static final class S3Call implements Runnable {
        @Override
        public void run() {
            CurrentTrace currentTrace = CurrentTrace.create();
            InstalledTraces.add(currentTrace);
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                Throwable refused = catchThrowable(() -> com.amazonaws.services.s3.AmazonS3ClientBuilder.standard()
                        .withCredentials(new com.amazonaws.auth.AWSStaticCredentialsProvider(
                                new com.amazonaws.auth.BasicAWSCredentials("id", "key")))
                        .withClientConfiguration(new com.amazonaws.ClientConfiguration().withMaxErrorRetry(0))
                        .withEndpointConfiguration(
                                new com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration(
                                        "http://127.0.0.1:1", "eu-west-1"))
                        .build()
                        .deleteObject("bucket", "key"));
                assertThat(refused).isInstanceOf(com.amazonaws.SdkClientException.class);
                assertThat(request.finish().calls()).isEmpty();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    /** As SDK 2 calls its interceptors for another service. */
    public static final class OtherServiceCall implements Runnable {
        @Override
        public void run() {
            CurrentTrace currentTrace = CurrentTrace.create();
            InstalledTraces.add(currentTrace);
            try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
                var attributes = new software.amazon.awssdk.core.interceptor.ExecutionAttributes()
                        .putAttribute(software.amazon.awssdk.core.interceptor.SdkExecutionAttribute.SERVICE_NAME, "S3");
                List<software.amazon.awssdk.core.interceptor.ExecutionInterceptor> found =
                        new software.amazon.awssdk.core.interceptor.ClasspathInterceptorChainFactory()
                                .getGlobalInterceptors();
                assertThat(found).hasSize(1);
                software.amazon.awssdk.core.interceptor.Context.ModifyRequest context = () -> null;
                assertThat(found.get(0).modifyRequest(context, attributes)).isNull();
                found.get(0).beforeTransmission(null, attributes);
                found.get(0).afterExecution(null, attributes);
                assertThat(request.finish().calls()).isEmpty();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    @Test
    void aClientOfSdk1ForAnotherServiceNeedsNothingOfDynamoDb() throws Exception {
        runWithoutDynamoDb(S3Call.class);
    }

    @Test
    void aClientOfSdk2ForAnotherServiceNeedsNothingOfDynamoDb() throws Exception {
        runWithoutDynamoDb(OtherServiceCall.class);
    }

    private static void runWithoutDynamoDb(Class<? extends Runnable> work) throws Exception {
        List<URL> jars = new ArrayList<>();
        for (String entry : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator, -1)) {
            String name = new File(entry).getName();
            if (!name.startsWith("dynamodb") && !name.startsWith("aws-java-sdk-dynamodb")) {
                jars.add(new File(entry).toURI().toURL());
            }
        }
        ClassLoader parent = ClassLoader.getPlatformClassLoader();
        try (URLClassLoader loader = new URLClassLoader(jars.toArray(URL[]::new), parent)) {
            assertThat(Stream.of(
                                    "software.amazon.awssdk.services.dynamodb.DynamoDbClient",
                                    "com.amazonaws.services.dynamodbv2.AmazonDynamoDB")
                            .map(name -> catchThrowable(() -> loader.loadClass(name))))
                    .allMatch(ClassNotFoundException.class::isInstance);
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(loader);
            try {
                Class<?> there = loader.loadClass(work.getName());
                ((Runnable) there.getConstructor().newInstance()).run();
            } finally {
                thread.setContextClassLoader(before);
            }
        }
    }
}
