package io.github.devserver4j.spring;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.trace.Faults;
import java.util.function.BiFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Puts what is recorded in place of each bean of a type, once the bean is made and before anyone gets it. A bean that
 * can't be recorded stays as it is. Thread-safe.
 */
public final class TracedBeans<T> implements BeanPostProcessor {

    private final Class<T> type;
    private final ObjectProvider<DevServer> devServer;
    private final BiFunction<DevServer, T, ? extends T> wrapping;

    private TracedBeans(
            Class<T> type, ObjectProvider<DevServer> devServer, BiFunction<DevServer, T, ? extends T> wrapping) {
        this.type = type;
        this.devServer = devServer;
        this.wrapping = wrapping;
    }

    /** Puts what {@code wrapping} gives in place of each bean of this type. */
    public static <T> TracedBeans<T> of(
            Class<T> type, ObjectProvider<DevServer> devServer, BiFunction<DevServer, T, ? extends T> wrapping) {
        return new TracedBeans<>(type, devServer, wrapping);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return type.isInstance(bean) ? wrapped(type.cast(bean)) : bean;
    }

    private Object wrapped(T bean) {
        DevServer current = devServer.getObject(); // a wrong setting is to be told
        try {
            return wrapping.apply(current, bean);
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
            return bean;
        }
    }
}
