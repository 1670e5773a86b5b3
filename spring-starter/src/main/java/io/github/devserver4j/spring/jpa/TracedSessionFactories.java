package io.github.devserver4j.spring.jpa;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.hibernate.HibernateTracing;
import io.github.devserver4j.trace.Faults;
import java.util.Map;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/** Adds what is recorded to the settings of each session factory before it is built. Thread-safe. */
final class TracedSessionFactories implements BeanPostProcessor {

    private final ObjectProvider<DevServer> devServer;

    TracedSessionFactories(ObjectProvider<DevServer> devServer) {
        this.devServer = devServer;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof AbstractEntityManagerFactoryBean factory) {
            HibernateTracing tracing = tracing();
            Map<String, Object> settings = factory.getJpaPropertyMap();
            settings.putAll(tracing.settings(settings));
        } else if (bean instanceof FactoryBean<?> && LocalSessionFactory.isOne(bean)) {
            trace(bean, tracing());
        }
        return bean;
    }

    private HibernateTracing tracing() {
        return HibernateTracing.create(devServer.getObject().currentTrace());
    }

    private static void trace(Object bean, HibernateTracing tracing) {
        try {
            LocalSessionFactory.trace(bean, tracing);
        } catch (ReflectiveOperationException | RuntimeException fault) {
            Faults.report(fault);
        }
    }
}
