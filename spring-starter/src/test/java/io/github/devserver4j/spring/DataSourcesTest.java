package io.github.devserver4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.devserver4j.DevServer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

class DataSourcesTest {

    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DevServerAutoConfiguration.class))
            .withPropertyValues("devserver.enabled=true");

    @Test
    void theTypeOfAPoolIsReachableByUnwrap() {
        application.withBean(DataSource.class, HikariDataSource::new).run(context -> {
            DataSource bean = context.getBean(DataSource.class);
            assertThat(bean).isNotInstanceOf(HikariDataSource.class);
            assertThat(bean.isWrapperFor(HikariDataSource.class)).isTrue();
            assertThat(bean.unwrap(HikariDataSource.class)).isNotNull();
        });
    }

    @Test
    void inATestItIsOff() {
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DevServerAutoConfiguration.class))
                .run(context -> assertThat(context).doesNotHaveBean(DevServer.class));
    }
}
