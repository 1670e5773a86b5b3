package io.github.devserver4j.hibernate;

import java.util.HashMap;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.PersistentClass;
import org.jspecify.annotations.Nullable;

/** What statements say that load an entity or a collection: {@code loads Owner.pets}. Immutable. */
final class LoadTexts {

    private final Map<String, String> byRole;

    private LoadTexts(Map<String, String> byRole) {
        this.byRole = byRole;
    }

    /** Those of all entities and collections that are mapped. */
    static LoadTexts of(Metadata metadata) {
        Map<String, String> texts = new HashMap<>();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            texts.put(entity.getEntityName(), "loads " + EntityName.simple(entity.getEntityName()));
        }
        for (Collection collection : metadata.getCollectionBindings()) {
            String owner = collection.getOwnerEntityName();
            texts.put(collection.getRole(), "loads " + EntityName.simple(collection.getRole(), owner));
        }
        return new LoadTexts(texts);
    }

    /** Null for a role that isn't mapped. */
    @Nullable
    String of(@Nullable String role) {
        return byRole.get(role);
    }
}
