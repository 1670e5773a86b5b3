package io.github.devserver4j.spring.jpa;

import io.github.devserver4j.DevServer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets Hibernate tell what it loads, flushes and finds in its second-level cache. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(
        name = {
            "org.hibernate.jpa.boot.spi.IntegratorProvider",
            "org.springframework.orm.jpa.AbstractEntityManagerFactoryBean"
        })
public class JpaConfiguration {

    @Bean
    static TracedSessionFactories devServerSessionFactories(ObjectProvider<DevServer> devServer) {
        return new TracedSessionFactories(devServer);
    }
}
