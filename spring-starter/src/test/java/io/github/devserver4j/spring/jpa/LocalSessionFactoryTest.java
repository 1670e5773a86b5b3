package io.github.devserver4j.spring.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.jdbc.SqlCall;
import io.github.devserver4j.spring.DevServerAutoConfiguration;
import io.github.devserver4j.testing.RecordedRequest;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.hibernate.LocalSessionFactoryBean;

@Tag("newest") // the factory's package is another one in Framework 6
final class LocalSessionFactoryTest {

    @Test
    void sessionsOfHibernatesOwnApiSayWhatTheyLoad() {
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DevServerAutoConfiguration.class))
                .withPropertyValues("devserver.enabled=true")
                .withUserConfiguration(Sessions.class)
                .run(context -> {
                    SessionFactory factory = context.getBean(SessionFactory.class);
                    DevServer devServer = context.getBean(DevServer.class);
                    try (RecordedRequest request = RecordedRequest.open(devServer.currentTrace());
                            Session session = factory.openSession()) {
                        assertThat(session.find(Owner.class, 1L)).isNull();
                        assertThat(request.finish().calls())
                                .filteredOn(SqlCall.class::isInstance)
                                .extracting(call -> ((SqlCall) call).activity())
                                .containsExactly("loads Owner");
                    }
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class Sessions {

        @Bean
        DataSource dataSource() {
            JdbcDataSource dataSource = new JdbcDataSource();
            dataSource.setURL("jdbc:h2:mem:sessions;DB_CLOSE_DELAY=-1");
            return dataSource;
        }

        @Bean
        LocalSessionFactoryBean sessionFactory(DataSource dataSource) {
            LocalSessionFactoryBean factory = new LocalSessionFactoryBean();
            factory.setDataSource(dataSource);
            factory.setAnnotatedClasses(Owner.class, Pet.class);
            factory.getHibernateProperties().setProperty("hibernate.hbm2ddl.auto", "create-drop");
            return factory;
        }
    }
}
