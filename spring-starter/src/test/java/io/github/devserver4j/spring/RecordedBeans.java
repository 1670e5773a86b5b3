package io.github.devserver4j.spring;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.Call;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** An application that is being developed, and what its beans do in a request. */
public final class RecordedBeans {

    private RecordedBeans() {}

    /** An application with nothing in it yet. */
    public static WebApplicationContextRunner application() {
        return new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DevServerAutoConfiguration.class))
                .withPropertyValues("devserver.enabled=true");
    }

    /** The texts of the calls that are recorded while this is done in a request. */
    public static List<String> recorded(ApplicationContext context, Script script) throws Exception {
        try (RecordedRequest request =
                RecordedRequest.open(context.getBean(DevServer.class).currentTrace())) {
            script.run();
            return request.finish().calls().stream().map(Call::summary).toList();
        }
    }

    /** What a request does. */
    public interface Script {

        void run() throws Exception;
    }
}
