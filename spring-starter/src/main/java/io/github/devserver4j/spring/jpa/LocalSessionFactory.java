package io.github.devserver4j.spring.jpa;

import io.github.devserver4j.hibernate.HibernateTracing;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.hibernate.integrator.spi.Integrator;
import org.jspecify.annotations.Nullable;

/**
 * Spring's factory of sessions for Hibernate's own API. Reached by reflection, since its package is another one in each
 * version of the framework; it takes integrators by themselves and tells nobody which it has.
 */
final class LocalSessionFactory {

    private static final List<String> NAMES = List.of(
            "org.springframework.orm.jpa.hibernate.LocalSessionFactoryBean", // Framework 7
            "org.springframework.orm.hibernate5.LocalSessionFactoryBean"); // Framework 6

    private LocalSessionFactory() {}

    static boolean isOne(Object bean) {
        return type(bean) != null;
    }

    /** Called before the factory is initialized. */
    static void trace(Object bean, HibernateTracing tracing) throws ReflectiveOperationException {
        Class<?> type = type(bean);
        if (type == null) {
            return;
        }
        Properties properties =
                (Properties) type.getMethod("getHibernateProperties").invoke(bean);
        properties.putAll(tracing.settings(properties));
        Field own = type.getDeclaredField("hibernateIntegrators");
        own.setAccessible(true);
        List<Integrator> integrators = new ArrayList<>();
        if (own.get(bean) instanceof Integrator[] known) {
            integrators.addAll(Arrays.asList(known));
        }
        integrators.add(tracing.integrator());
        own.set(bean, integrators.toArray(Integrator[]::new));
    }

    private static @Nullable Class<?> type(Object bean) {
        Class<?> type = bean.getClass();
        while (type != null && !NAMES.contains(type.getName())) {
            type = type.getSuperclass();
        }
        return type;
    }
}
