package io.github.devserver4j.cassandra;

import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.dse.driver.api.core.cql.reactive.ReactiveResultSet;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.servererrors.SyntaxError;
import com.datastax.oss.simulacron.common.stubbing.PrimeDsl;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;

/** Reactive queries are recorded from their subscription to their last signal. */
@Tag("clients")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReactiveIT {

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final CassandraServer server = CassandraServer.start(1);
    private CqlSession session;

    @BeforeAll
    void connect() {
        session = CassandraTracing.create(currentTrace).wrap(server.session());
    }

    @AfterAll
    void close() {
        session.close();
        server.close();
    }

    @BeforeEach
    void reset() {
        server.reset();
        server.cluster().getStubStore().register(new PagedAnswer(3, -1));
    }

    @Test
    void rowsAndPagesAreCountedAsTheyPass() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            assertThat(Flux.from(session.executeReactive(PagedAnswer.QUERY))
                            .count()
                            .block())
                    .isEqualTo(5);
            CassandraCall call = request.finishedCalls(CassandraCall.class).get(0);
            assertThat(call.result().rows()).isEqualTo(5);
            assertThat(call.result().pages())
                    .isEqualTo(server.requests().size())
                    .isEqualTo(3);
            assertThat(call.result().complete()).isTrue();
            assertThat(call.result().coordinator()).isEqualTo(server.address(0));
        }
    }

    @Test
    void whatNobodySubscribesToIsNoCall() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            session.executeReactive(PagedAnswer.QUERY);
            assertThat(request.finish().calls()).isEmpty();
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void cancellingEndsTheCall() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            assertThat(Flux.from(session.executeReactive(PagedAnswer.QUERY))
                            .take(1)
                            .count()
                            .block())
                    .isEqualTo(1);
            CassandraCall call = request.finishedCalls(CassandraCall.class).get(0);
            assertThat(call.timing().ended()).isTrue();
            assertThat(call.result().rows()).isEqualTo(1);
        }
    }

    @Test
    void aFailureAndAStatementNotAppliedAreTold() throws Exception {
        server.prime(when("BROKEN").then(PrimeDsl.syntaxError("line 1")));
        server.prime(when("IF").then(PrimeDsl.rows().row("[applied]", false).columnTypes("[applied]", "boolean")));
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            ReactiveResultSet broken = session.executeReactive("BROKEN");
            assertThatThrownBy(() -> Flux.from(broken).blockLast()).isInstanceOf(SyntaxError.class);
            Flux.from(session.executeReactive("IF")).blockLast();
            List<CassandraCall> calls = request.finishedCalls(CassandraCall.class);
            assertThat(calls).extracting(CassandraCall::error).containsExactly("SyntaxError: line 1", null);
            assertThat(calls).extracting(call -> call.result().applied()).containsExactly(true, false);
        }
    }
}
