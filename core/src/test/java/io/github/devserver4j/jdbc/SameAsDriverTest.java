package io.github.devserver4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.trace.TraceRecorder;
import java.sql.Connection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same work on H2 with and without us has the same answers. */
class SameAsDriverTest {

    final RecordedTrace requests = new RecordedTrace();

    @AfterEach
    void stop() {
        requests.close();
    }

    DataSource dataSource() {
        return Databases.h2();
    }

    boolean isPostgres() {
        return false;
    }

    static Stream<Boolean> transparency() {
        return Stream.of(false, true);
    }

    @ParameterizedTest
    @MethodSource("transparency")
    void allAnswersAreTheDrivers(boolean transparent) throws Exception {
        UnaryOperator<Connection> wrapping = transparent ? requests.tracing::wrapTransparently : requests.tracing::wrap;
        List<String> expected = answers(UnaryOperator.identity());
        assertThat(expected).hasSizeGreaterThan(100);
        assertThat(answers(wrapping)).as("outside of a request").containsExactlyElementsOf(expected);
        TraceRecorder recorder = requests.start();
        requests.within(
                recorder,
                () -> assertThat(answers(wrapping)).as("within a request").containsExactlyElementsOf(expected));
        assertThat(requests.finish(recorder).calls()).hasSizeGreaterThan(50);
    }

    private List<String> answers(UnaryOperator<Connection> wrapping) throws Exception {
        List<String> answers = JdbcScript.run(wrapping.apply(dataSource().getConnection()), isPostgres());
        return answers.stream()
                .map(answer -> answer.replaceAll("[-0-9a-fA-F]{36}|\\bar\\d+|@[0-9a-f]+", "(differs)"))
                .toList();
    }
}
