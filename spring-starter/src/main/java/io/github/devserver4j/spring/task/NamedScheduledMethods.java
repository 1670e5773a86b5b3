package io.github.devserver4j.spring.task;

import io.github.devserver4j.DevServer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Records what {@code @Scheduled} methods do under the methods' names, where work in the background is recorded. */
final class NamedScheduledMethods implements SchedulingConfigurer, Ordered {

    private final ObjectProvider<DevServer> devServer;

    NamedScheduledMethods(ObjectProvider<DevServer> devServer) {
        this.devServer = devServer;
    }

    /** After those of the application, which may set a scheduler. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        DevServer current = devServer.getObject();
        TaskScheduler scheduler = registrar.getScheduler();
        if (current.settings().background() && scheduler != null) {
            registrar.setTaskScheduler(new NamingScheduler(scheduler, current));
        }
    }
}
