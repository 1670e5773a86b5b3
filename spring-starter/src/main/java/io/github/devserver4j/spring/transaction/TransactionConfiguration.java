package io.github.devserver4j.spring.transaction;

import io.github.devserver4j.DevServer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows transactions: {@code [transaction] (31ms) OwnerService.save, committed}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(name = "org.springframework.transaction.ConfigurableTransactionManager")
public class TransactionConfiguration {

    @Bean
    static ListenedTransactionManagers devServerTransactionManagers(ObjectProvider<DevServer> devServer) {
        return new ListenedTransactionManagers(devServer);
    }
}
