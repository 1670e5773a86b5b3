package io.github.devserver4j.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.apache.catalina.core.ApplicationContext;
import org.apache.catalina.core.ApplicationContextFacade;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TomcatRequestsTest {

    private final StandardContext context;

    TomcatRequestsTest(@TempDir Path base) {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base.toString());
        context = (StandardContext) tomcat.addContext("", base.toString());
    }

    @Test
    void aStoppedFilterLeavesNothingInTheContext() {
        listen().stop();
        assertThat(context.getAccessLog()).isNull();
    }

    @Test
    void filtersMayStopInAnyOrder() {
        TomcatRequests first = listen();
        TomcatRequests second = listen();
        first.stop();
        assertThat(context.getAccessLog()).isNotNull();
        second.stop();
        assertThat(context.getAccessLog()).isNull();
    }

    private TomcatRequests listen() {
        ApplicationContextFacade facade = new ApplicationContextFacade(new ApplicationContext(context));
        return Objects.requireNonNull(TomcatRequests.listenForEnds(facade, new OpenRequests()));
    }
}
