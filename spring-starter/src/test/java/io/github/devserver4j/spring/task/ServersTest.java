package io.github.devserver4j.spring.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.DevServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Requests of every kind are recorded on each server that Boot embeds. */
@Timeout(180)
class ServersTest {

    private static final List<String> TARGETS = List.of(
            "/async/1",
            "/callable/2",
            "/web-async/3",
            "/deferred/4",
            "/streaming/5",
            "/emitter/6",
            "/sse/7",
            "/execute/pool/8",
            "/submit/forkJoin/9");

    /** The classes of servers' factories that this Boot has: since 4 in packages of their own, and without Undertow. */
    static List<Class<?>> servers() {
        List<Class<?>> servers = new ArrayList<>();
        for (String name : List.of(
                "tomcat.servlet.TomcatServletWebServerFactory",
                "jetty.servlet.JettyServletWebServerFactory",
                "web.embedded.tomcat.TomcatServletWebServerFactory",
                "web.embedded.jetty.JettyServletWebServerFactory",
                "web.embedded.undertow.UndertowServletWebServerFactory")) {
            try {
                servers.add(Class.forName("org.springframework.boot." + name));
            } catch (ClassNotFoundException otherBoot) {
                continue;
            }
        }
        return servers;
    }

    @Test
    void allServersOfThisBootAreThere() {
        boolean since4 = servers().get(0).getName().startsWith("org.springframework.boot.tomcat.");
        assertThat(servers()).hasSize(since4 ? 2 : 3);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatARequestAsksIsOnItsBlock(Class<?> server) throws Exception {
        Finished finished = new Finished();
        DevServer devServer = Finished.devServer(finished, false);
        try (ConfigurableApplicationContext application = started(server, devServer)) {
            for (String target : TARGETS) {
                assertThat(TaskRequestsTest.status(application, target)).isEqualTo(200);
                String number = target.substring(target.lastIndexOf('/') + 1);
                assertThat(finished.next(target)).containsExactly(number + " request", number + " task");
                assertThat(finished.left(target)).isZero();
            }
        }
    }

    private static ConfigurableApplicationContext started(Class<?> server, DevServer devServer) {
        return new SpringApplicationBuilder(TaskApplication.class)
                .initializers(context -> {
                    ((GenericApplicationContext) context).registerBean(DevServer.class, () -> devServer);
                    registerServer((GenericApplicationContext) context, server);
                })
                .properties("server.port=0", "devserver.enabled=true", "spring.jpa.open-in-view=false")
                .run();
    }

    private static <T> void registerServer(GenericApplicationContext context, Class<T> server) {
        context.registerBean(server, () -> BeanUtils.instantiateClass(server));
    }
}
