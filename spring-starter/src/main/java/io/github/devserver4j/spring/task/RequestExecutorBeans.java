package io.github.devserver4j.spring.task;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.trace.Faults;
import java.util.concurrent.Executor;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.PriorityOrdered;
import org.springframework.scheduling.TaskScheduler;

/**
 * Lets the tasks of each executor and scheduler that is a bean keep their request. A bean stays of the type that it was
 * declared with: another object stands for it only where it was declared by an interface. Thread-safe.
 */
final class RequestExecutorBeans implements BeanPostProcessor, PriorityOrdered {

    private final ObjectProvider<DevServer> devServer;
    private final ConfigurableListableBeanFactory beans;

    RequestExecutorBeans(ObjectProvider<DevServer> devServer, ConfigurableListableBeanFactory beans) {
        this.devServer = devServer;
        this.beans = beans;
    }

    /** Before proxies are put around beans. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        boolean takesTasks = bean instanceof Executor || bean instanceof TaskScheduler;
        return takesTasks && !AopUtils.isAopProxy(bean) ? kept(bean, beanName) : bean;
    }

    private Object kept(Object bean, String beanName) {
        DevServer current;
        try {
            current = devServer.getObject();
        } catch (BeanCurrentlyInCreationException itself) { // it is made with this executor
            return bean;
        }
        try {
            return new RequestExecutors(current.currentTrace()).kept(bean, declaredType(beanName));
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
            return bean;
        }
    }

    /** What the bean is injected as at least; Object if that is not known. */
    private Class<?> declaredType(String beanName) {
        if (!beans.containsBeanDefinition(beanName)) {
            return Object.class;
        }
        Class<?> declared =
                beans.getMergedBeanDefinition(beanName).getResolvableType().toClass();
        if (!FactoryBean.class.isAssignableFrom(declared)) {
            return declared;
        }
        Class<?> made = beans.getType(beanName, false);
        return made == null ? Object.class : made;
    }
}
