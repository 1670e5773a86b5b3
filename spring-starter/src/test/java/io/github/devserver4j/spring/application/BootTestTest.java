package io.github.devserver4j.spring.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.spring.StarterBeans;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** An application's own tests do not see devserver. */
@SpringBootTest(classes = SmallApplication.class)
class BootTestTest {

    @Autowired
    private ApplicationContext context;

    @Test
    void itIsOff() {
        assertThat(context.getBeanProvider(DevServer.class).stream()).isEmpty();
        assertThat(StarterBeans.beansOfOurs(context)).isEmpty();
    }
}
