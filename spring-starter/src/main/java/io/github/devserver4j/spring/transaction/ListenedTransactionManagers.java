package io.github.devserver4j.spring.transaction;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.trace.Faults;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Listens to each transaction manager whose transactions belong to a thread; reactive ones are left alone. Ours is the
 * first listener, so that what others do stands below the transaction. Thread-safe.
 */
final class ListenedTransactionManagers implements BeanPostProcessor {

    private final ObjectProvider<DevServer> devServer;

    ListenedTransactionManagers(ObjectProvider<DevServer> devServer) {
        this.devServer = devServer;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof ConfigurableTransactionManager manager && bean instanceof PlatformTransactionManager) {
            TransactionSteps steps = new TransactionSteps(devServer.getObject().currentTrace());
            try {
                listen(manager, steps);
            } catch (RuntimeException fault) {
                Faults.report(fault);
            }
        }
        return bean;
    }

    /** The list of the application's own may be one that can't be added to. */
    private static void listen(ConfigurableTransactionManager manager, TransactionSteps steps) {
        Collection<TransactionExecutionListener> others = manager.getTransactionExecutionListeners();
        if (others.stream().noneMatch(TransactionSteps.class::isInstance)) {
            List<TransactionExecutionListener> all = new ArrayList<>(others);
            all.add(0, steps);
            manager.setTransactionExecutionListeners(all);
        }
    }
}
