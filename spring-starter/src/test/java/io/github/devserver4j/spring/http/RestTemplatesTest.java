package io.github.devserver4j.spring.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.httpclient.HttpCall;
import io.github.devserver4j.httpclient.HttpCalls;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestTemplate;

class RestTemplatesTest {

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final HttpCalls calls = HttpCalls.of(currentTrace);

    @Test
    void aTemplateKeepsItsInterceptorsAndIsRecordedOnce() throws Exception {
        RestTemplate template = new RestTemplate(new SimpleClientHttpRequestFactory());
        ClientHttpRequestInterceptor one = (sent, body, execution) -> execution.execute(sent, body);
        ClientHttpRequestInterceptor two = (sent, body, execution) -> execution.execute(sent, body);
        template.getInterceptors().addAll(List.of(two, one));
        assertThat(RestTemplates.traced(RestTemplates.traced(template, calls), calls))
                .isSameAs(template);
        assertThat(template.getInterceptors()).containsExactly(two, one);
        try (TestServer server = TestServer.start();
                RecordedRequest request = RecordedRequest.open(currentTrace)) {
            assertThat(template.getForObject(server.url("/hello/{id}"), String.class, 3))
                    .isEqualTo("hello");
            HttpCall call = request.finishedCalls(HttpCall.class).get(0);
            assertThat(call.address().toString()).isEqualTo("GET " + server.url("/hello/3"));
        }
    }

    @Test
    void aRequestFactoryThatTheApplicationHasSetIsStillOfItsClass() {
        RestTemplate template = RestTemplates.traced(new RestTemplate(new SimpleClientHttpRequestFactory()), calls);
        ClientHttpRequestFactory factory = template.getRequestFactory();
        assertThat(factory).isInstanceOf(SimpleClientHttpRequestFactory.class);
    }
}
