package io.github.devserver4j.hibernate;

/** Entities and their attributes without their packages. */
final class EntityName {

    private EntityName() {}

    /** {@code Owner} of {@code com.example.Owner}. */
    static String simple(String entity) {
        return entity.substring(Math.max(entity.lastIndexOf('.'), entity.lastIndexOf('$')) + 1);
    }

    /** {@code Owner.pets} of {@code com.example.Owner.pets}, which belongs to {@code com.example.Owner}. */
    static String simple(String role, String entity) {
        return role.startsWith(entity) ? simple(entity) + role.substring(entity.length()) : role;
    }
}
