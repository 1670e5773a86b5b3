package io.github.devserver4j.hibernate;

import io.github.devserver4j.jdbc.JdbcTracing;
import io.github.devserver4j.trace.CurrentTrace;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.h2.jdbcx.JdbcDataSource;

/** Two owners with two pets each, in H2, behind Hibernate. */
final class OwnersDatabase implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final EntityManagerFactory factory;

    OwnersDatabase(CurrentTrace currentTrace, Map<String, Object> own) {
        this(currentTrace, own, HibernateTracing.create(currentTrace).settings(own));
    }

    OwnersDatabase(CurrentTrace currentTrace, Map<String, Object> own, Map<String, Object> ours) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:owners" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
        Map<String, Object> settings = new HashMap<>(own);
        settings.put(
                "jakarta.persistence.nonJtaDataSource",
                JdbcTracing.create(currentTrace, currentTrace.secrets()).wrap(dataSource));
        settings.putAll(ours);
        factory = Persistence.createEntityManagerFactory("owners", settings);
        inTransaction(OwnersDatabase::fill);
    }

    private static void fill(EntityManager manager) {
        Kind cat = new Kind(1, "cat");
        manager.persist(cat);
        for (long id = 1; id <= 2; id++) {
            Owner owner = new Owner(id, "owner " + id);
            owner.pets.add(new Pet(10 * id, "a", owner, cat));
            owner.pets.add(new Pet(10 * id + 1, "b", owner, cat));
            manager.persist(owner);
        }
    }

    EntityManagerFactory factory() {
        return factory;
    }

    void inSession(Consumer<EntityManager> work) {
        EntityManager manager = factory.createEntityManager();
        try {
            work.accept(manager);
        } finally {
            manager.close();
        }
    }

    void inTransaction(Consumer<EntityManager> work) {
        inSession(manager -> {
            manager.getTransaction().begin();
            work.accept(manager);
            manager.getTransaction().commit();
        });
    }

    @Override
    public void close() {
        factory.close();
    }
}
