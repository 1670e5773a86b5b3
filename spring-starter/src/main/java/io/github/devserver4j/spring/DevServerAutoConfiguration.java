package io.github.devserver4j.spring;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.DevServerFilter;
import io.github.devserver4j.DevServerSettings;
import io.github.devserver4j.spring.cache.CacheConfiguration;
import io.github.devserver4j.spring.http.HttpClientsConfiguration;
import io.github.devserver4j.spring.jpa.JpaConfiguration;
import io.github.devserver4j.spring.mvc.MvcConfiguration;
import io.github.devserver4j.spring.store.StoreConfiguration;
import io.github.devserver4j.spring.task.TaskConfiguration;
import io.github.devserver4j.spring.transaction.TransactionConfiguration;
import jakarta.servlet.Filter;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/**
 * Shows each request of a Spring Boot application while it is being developed; see {@link OnDevelopment} for when that is.
 *
 * <p>Beans are recorded by post-processors, one for each library, which ask for the {@link DevServer} when the first bean
 * of theirs comes by. An application that has a {@code DevServer} bean of its own is recorded with that one.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Conditional(OnDevelopment.class)
@Import({
    CacheConfiguration.class,
    HttpClientsConfiguration.class,
    JpaConfiguration.class,
    MvcConfiguration.class,
    StoreConfiguration.class,
    TaskConfiguration.class,
    TransactionConfiguration.class
})
public final class DevServerAutoConfiguration {

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    static DevServer devServer(ApplicationContext context) {
        ClassLoader loader = context.getClassLoader();
        DevServerSettings settings =
                SpringSettings.of(context.getEnvironment(), loader == null ? DevServer.class.getClassLoader() : loader);
        return DevServer.create(settings);
    }

    @Bean
    static FilterRegistrationBean<Filter> devServerFilter(DevServer devServer) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new DevServerFilter(devServer));
        registration.setName("devserver");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setAsyncSupported(true);
        registration.setDispatcherTypes(DevServerFilter.dispatcherTypes());
        registration.addUrlPatterns("/*");
        return registration;
    }

    @Bean
    static TracedBeans<DataSource> devServerDataSources(ObjectProvider<DevServer> devServer) {
        return TracedBeans.of(DataSource.class, devServer, DevServer::wrap);
    }
}
