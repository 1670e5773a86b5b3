package io.github.devserver4j.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devserver4j.jdbc.SqlCall;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.KindTotal;
import io.github.devserver4j.trace.Scope;
import io.github.devserver4j.trace.TextStyle;
import io.github.devserver4j.trace.Trace;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.hibernate.Hibernate;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HibernateTracingTest {

    private final CurrentTrace current = CurrentTrace.create();
    private final OwnersDatabase database = new OwnersDatabase(current, Map.of());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aStatementThatLoadsACollectionSaysWhich() throws Exception {
        List<SqlCall> calls = statements(
                manager -> assertThat(manager.find(Owner.class, 1L).pets).hasSize(2));
        assertThat(calls)
                .extracting(SqlCall::activity)
                .containsExactly("loads Owner", "loads Owner.pets", "loads Kind");
        List<String> lines = calls.get(1).lines(TextStyle.COMPLETE);
        assertThat(lines.get(lines.size() - 1)).isEqualTo("-- 2 rows, loads Owner.pets");
    }

    @Test
    void aProxyAndAnAssociationThatIsEagerSayWhatTheyLoad() throws Exception {
        List<SqlCall> calls = statements(manager -> {
            Owner owner = manager.getReference(Owner.class, 2L);
            assertThat(Hibernate.isInitialized(owner)).isFalse();
            assertThat(owner.name()).isEqualTo("owner 2");
            manager.createQuery("from Pet where owner.id = 1", Pet.class).getResultList();
        });
        assertThat(calls).extracting(SqlCall::activity).containsExactly("loads Owner", null, "loads Kind");
    }

    @Test
    void whatTheThreadIsAboutIsSaidToo() throws Exception {
        List<SqlCall> calls = statements(manager -> {
            Owner owner = manager.find(Owner.class, 1L);
            try (Scope view = current.during("while the view renders")) {
                Hibernate.initialize(owner.pets);
            }
            manager.createQuery("from Kind", Kind.class).getResultList();
        });
        assertThat(calls)
                .extracting(SqlCall::activity)
                .containsExactly(
                        "loads Owner",
                        "loads Owner.pets, while the view renders",
                        "loads Kind, while the view renders",
                        null);
    }

    @Test
    void aLoadThatFailsLeavesNothingBehind() throws Exception {
        List<SqlCall> calls = statements(manager -> {
            drop(manager);
            assertThatThrownBy(() -> manager.find(Owner.class, 1L)).hasMessageContaining("Owner");
            manager.createQuery("from Kind", Kind.class).getResultList();
        });
        assertThat(calls).extracting(SqlCall::activity).containsExactly(null, "loads Owner", null);
    }

    @Test
    void flushesAreSummedUpInOneLine() throws Exception {
        Trace trace = recorded(() -> database.inTransaction(manager -> {
            Owner owner = manager.find(Owner.class, 1L);
            owner.name = "x";
            manager.createQuery("from Owner", Owner.class).getResultList(); // 1 of 1 is written
            manager.createQuery("from Kind", Kind.class).getResultList(); // 2 owners are compared
            owner.name = "y"; // 3 are compared
        }));
        assertThat(flushes(trace))
                .isEqualTo(
                        "2 flushes, 1 of them before a query, 1 dirty check before a query: 6 entities checked, 2 written");
        assertThat(trace.calls())
                .filteredOn(FlushCall.class::isInstance)
                .hasSize(3)
                .noneMatch(call -> call.listed());
    }

    @Test
    void aFlushThatFindsNothingToWriteIsNotToldOf() throws Exception {
        Trace trace = recorded(() -> database.inTransaction(manager -> manager.find(Owner.class, 1L)));
        assertThat(flushes(trace)).isEmpty();
    }

    @Test
    void withoutARequestAllIsAsUsual() {
        database.inTransaction(manager -> {
            Owner owner = manager.find(Owner.class, 1L);
            owner.name = "z";
            owner.pets.remove(0);
        });
        database.inSession(
                manager -> assertThat(manager.find(Owner.class, 1L).name()).isEqualTo("z"));
    }

    @Test
    void theApplicationsIntegratorsAndStatisticsStayInPlace() throws Exception {
        AtomicInteger integrated = new AtomicInteger();
        IntegratorProvider own = () -> List.of(new Counting(integrated));
        Map<String, Object> settings = Map.of(
                "hibernate.integrator_provider",
                own,
                "hibernate.stats.factory",
                OwnStatistics.class.getName(),
                "hibernate.generate_statistics",
                "true");
        HibernateTracing tracing = HibernateTracing.create(current);
        Map<String, Object> twice = tracing.settings(tracing.settings(settings));
        try (OwnersDatabase other = new OwnersDatabase(current, settings, twice)) {
            assertThat(integrated).hasValue(1);
            Statistics statistics =
                    other.factory().unwrap(SessionFactoryImplementor.class).getStatistics();
            assertThat(statistics).isInstanceOf(OwnStatistics.Marked.class);
            Trace trace = recorded(() -> other.inSession(manager -> manager.find(Owner.class, 1L)));
            assertThat(statements(trace)).extracting(SqlCall::activity).containsExactly("loads Owner");
        }
    }

    private static void drop(EntityManager manager) {
        manager.getTransaction().begin();
        manager.createNativeQuery("alter table Owner rename to Gone").executeUpdate();
        manager.getTransaction().commit();
    }

    private List<SqlCall> statements(Consumer<EntityManager> work) throws InterruptedException {
        return statements(recorded(() -> database.inSession(work)));
    }

    private static List<SqlCall> statements(Trace trace) {
        return trace.calls().stream()
                .filter(SqlCall.class::isInstance)
                .map(SqlCall.class::cast)
                .toList();
    }

    private Trace recorded(Runnable work) throws InterruptedException {
        try (RecordedRequest request = RecordedRequest.open(current)) {
            work.run();
            return request.finish();
        }
    }

    private static String flushes(Trace trace) {
        KindTotal total = trace.total("hibernate");
        return Objects.requireNonNull(total).summary();
    }

    private record Counting(AtomicInteger integrated) implements Integrator {
        @Override
        public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
            integrated.incrementAndGet();
        }

        @Override
        public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {}
    }
}
