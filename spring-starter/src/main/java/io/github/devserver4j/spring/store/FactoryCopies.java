package io.github.devserver4j.spring.store;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Faults;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.util.ReflectionUtils;

/**
 * Puts a factory of a recording subclass in place of a bean of exactly one class, after it was configured and before it
 * starts. The container destroys the object it was given by the application; the copy goes with it. Thread-safe.
 */
abstract class FactoryCopies<F extends DisposableBean> implements DestructionAwareBeanPostProcessor {

    private final Class<F> type;
    private final ObjectProvider<DevServer> devServer;
    private final Map<Object, F> copies = Collections.synchronizedMap(new IdentityHashMap<>());

    FactoryCopies(Class<F> type, ObjectProvider<DevServer> devServer) {
        this.type = type;
        this.devServer = devServer;
    }

    /** One of a subclass, with those final fields that tell how it is configured; the other fields follow. */
    abstract F copyOf(F factory, CurrentTrace currentTrace);

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean.getClass() != type) {
            return bean;
        }
        CurrentTrace currentTrace = currentTrace();
        try {
            F original = type.cast(bean);
            F copy = copyOf(original, currentTrace);
            ReflectionUtils.shallowCopyFieldState(original, copy);
            copies.put(original, copy);
            return copy;
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
            return bean;
        }
    }

    final CurrentTrace currentTrace() {
        return devServer.getObject().currentTrace(); // a wrong setting is to be told
    }

    @Override
    public boolean requiresDestruction(Object bean) {
        return bean.getClass() == type;
    }

    @Override
    public void postProcessBeforeDestruction(Object bean, String beanName) {
        F copy = copies.remove(bean);
        if (copy != null) {
            try {
                copy.destroy();
            } catch (Exception failure) {
                throw new IllegalStateException("can't destroy " + beanName, failure);
            }
        }
    }
}
