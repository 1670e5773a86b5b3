package io.github.devserver4j.cassandra;

import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.rows;
import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.when;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.mapper.annotations.CqlName;
import com.datastax.oss.driver.api.mapper.annotations.Dao;
import com.datastax.oss.driver.api.mapper.annotations.DaoFactory;
import com.datastax.oss.driver.api.mapper.annotations.Entity;
import com.datastax.oss.driver.api.mapper.annotations.Mapper;
import com.datastax.oss.driver.api.mapper.annotations.PartitionKey;
import com.datastax.oss.driver.api.mapper.annotations.Query;
import com.datastax.oss.driver.api.mapper.annotations.SchemaHint;
import com.datastax.oss.simulacron.common.codec.ConsistencyLevel;
import com.datastax.oss.simulacron.common.stubbing.PrimeDsl;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The driver's object mapper, whose classes are made at compile time, with a session that records. */
@Tag("clients")
@Tag("newest") // what the mapper's processor makes needs the driver it belongs to
@NullUnmarked // a test fails where it dereferences null
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObjectMapperIT {

    private static final String BY_ID = "SELECT id,name FROM users WHERE id=:id";

    private final CurrentTrace currentTrace = CurrentTrace.create();
    private final CassandraServer server = CassandraServer.start(1);
    private CqlSession session;
    private UserDao users;

    /** One row. */
    @Entity
    @CqlName("users")
    @SchemaHint(targetElement = SchemaHint.TargetElement.NONE)
    public static class User {
        @PartitionKey
        private Integer id;

        private String name;

        public Integer getId() {
            return id;
        }

        public void setId(Integer id) {
            this.id = id;
        }

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    /** Asks for rows. */
    @Dao
    public interface UserDao {
        @Query(BY_ID)
        User find(int id);

        @Query(BY_ID)
        CompletionStage<User> findLater(int id);
    }

    /** Makes the objects that ask. */
    @Mapper
    public interface UserMapper {
        @DaoFactory
        UserDao users();
    }

    @BeforeAll
    void connect() {
        prime();
        session = CassandraTracing.create(currentTrace).wrap(server.session());
        users = new ObjectMapperIT_UserMapperBuilder(session).build().users();
    }

    @AfterAll
    void close() {
        session.close();
        server.close();
    }

    @BeforeEach
    void prime() {
        server.reset();
        server.prime(
                when(byId(42)).then(rows().row("id", 42, "name", "Ann").columnTypes("id", "int", "name", "varchar")));
        server.prime(when(byId(13)).then(PrimeDsl.unavailable(ConsistencyLevel.ONE, 1, 0)));
    }

    private static com.datastax.oss.simulacron.common.request.Query byId(int id) {
        return PrimeDsl.query(
                BY_ID, List.of(), new LinkedHashMap<>(Map.of("id", id)), new LinkedHashMap<>(Map.of("id", "int")));
    }

    @Test
    void eachCallOfADaoIsAStatementWithItsValues() throws Exception {
        try (RecordedRequest request = RecordedRequest.openSited(currentTrace)) {
            assertThat(users.find(42).getName()).isEqualTo("Ann");
            assertThat(users.findLater(42).toCompletableFuture().get().getId()).isEqualTo(42);
            List<CassandraCall> calls = request.finishedCalls(CassandraCall.class);
            assertThat(calls)
                    .extracting(call -> call.lines(TextStyle.TRUNCATED).get(0))
                    .containsExactly("SELECT id,name FROM users WHERE id=42", "SELECT id,name FROM users WHERE id=42");
            assertThat(calls).allSatisfy(call -> {
                assertThat(call.lines(TextStyle.TRUNCATED).get(1)).startsWith("-- 1 row, from " + server.address(0));
                assertThat(requireNonNull(call.callSite()).getMethodName())
                        .isEqualTo("eachCallOfADaoIsAStatementWithItsValues");
            });
        }
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void whatFailsIsShownAndThrownAsItIs() throws Exception {
        try (RecordedRequest request = RecordedRequest.open(currentTrace)) {
            Throwable thrown = catchThrowable(() -> users.find(13));
            assertThat(thrown).isInstanceOf(AllNodesFailedException.class);
            List<CassandraCall> calls = request.finishedCalls(CassandraCall.class);
            assertThat(calls).hasSize(1);
            assertThat(calls.get(0).error()).startsWith("AllNodesFailedException: ");
        }
    }
}
