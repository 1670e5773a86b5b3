package io.github.devserver4j.hibernate;

import io.github.devserver4j.trace.CurrentTrace;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.model.domain.NavigableRole;
import org.hibernate.persister.collection.CollectionPersister;

/** The second-level cache's parts by the names that lines call them by: {@code hibernate Owner.pets}. Thread-safe. */
final class CacheRegions {

    private static final String DEFAULT_QUERY_REGION = "default-query-results-region";

    private final CurrentTrace currentTrace;
    private final SessionFactoryImplementor factory;
    private final Map<NavigableRole, CacheRegion> byRole = new ConcurrentHashMap<>();
    private final Map<NavigableRole, CacheRegion> byNaturalId = new ConcurrentHashMap<>();
    private final Map<String, CacheRegion> byQueryRegion = new ConcurrentHashMap<>();

    CacheRegions(CurrentTrace currentTrace, SessionFactoryImplementor factory) {
        this.currentTrace = currentTrace;
        this.factory = factory;
    }

    /** An entity's or a collection's. */
    CacheRegion of(NavigableRole role) {
        CacheRegion known = byRole.get(role);
        return known == null ? byRole.computeIfAbsent(role, unknown -> named(name(unknown))) : known;
    }

    /** Where an entity's ids are found by its natural id. */
    CacheRegion ofNaturalIds(NavigableRole role) {
        return byNaturalId.computeIfAbsent(role, unknown -> named(name(entity(unknown)) + " natural ids"));
    }

    /** Where the ids are kept that a query has found. */
    CacheRegion ofQueries(String region) {
        return byQueryRegion.computeIfAbsent(
                region, name -> named(name.endsWith(DEFAULT_QUERY_REGION) ? "queries" : "queries of " + name));
    }

    private CacheRegion named(String name) {
        return new CacheRegion(currentTrace, "hibernate " + name);
    }

    /** A collection's role is one name; its owner's entity is not told by it. */
    private String name(NavigableRole role) {
        String path = role.getFullPath();
        CollectionPersister collection = factory.getMappingMetamodel().findCollectionDescriptor(path);
        return collection == null
                ? EntityName.simple(path)
                : EntityName.simple(path, collection.getOwnerEntityPersister().getEntityName());
    }

    private static NavigableRole entity(NavigableRole role) {
        NavigableRole entity = role;
        for (NavigableRole parent = role.getParent(); parent != null; parent = parent.getParent()) {
            entity = parent.getFullPath().isEmpty() ? entity : parent;
        }
        return entity;
    }
}
