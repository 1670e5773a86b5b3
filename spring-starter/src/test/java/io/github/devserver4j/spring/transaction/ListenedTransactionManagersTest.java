package io.github.devserver4j.spring.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.spring.DevServerAutoConfiguration;
import io.github.devserver4j.testing.RecordedRequest;
import io.github.devserver4j.trace.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

final class ListenedTransactionManagersTest {

    private static final TransactionExecutionListener OWN = new TransactionExecutionListener() {};

    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DevServerAutoConfiguration.class))
            .withPropertyValues("devserver.enabled=true");

    @Test
    void theApplicationsListenersStay() {
        application
                .withBean(DataSourceTransactionManager.class, () -> manager(dataSource()))
                .run(context -> assertThat(context.getBean(ConfigurableTransactionManager.class)
                                .getTransactionExecutionListeners())
                        .hasSize(2)
                        .contains(OWN)
                        .first()
                        .isInstanceOf(TransactionSteps.class));
    }

    @Test
    void withoutSpringsTransactionsItStarts() {
        application
                .withClassLoader(new FilteredClassLoader(
                        "org.springframework.transaction", "org.springframework.orm", "org.hibernate"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(DevServer.class)
                        .doesNotHaveBean(ListenedTransactionManagers.class));
    }

    @Test
    void aNestedTransactionHasALineOfItsOwn() {
        assertThat(summaries(manager -> {
                    TransactionDefinition nested = named("demo.Service.part", TransactionDefinition.PROPAGATION_NESTED);
                    TransactionDefinition outer = named("demo.Service.all", TransactionDefinition.PROPAGATION_REQUIRED);
                    new TransactionTemplate(manager, outer).executeWithoutResult(status -> {
                        new TransactionTemplate(manager, nested)
                                .executeWithoutResult(TransactionExecution::setRollbackOnly);
                        new TransactionTemplate(manager, outer).executeWithoutResult(participating -> {});
                    });
                }))
                .containsExactly("Service.all, committed", "Service.part, nested, rolled back");
    }

    @Test
    void oneThatCantBeginSaysWhy() {
        assertThat(summaries(manager -> {
                    manager.setDataSource(broken());
                    TransactionDefinition definition = named("demo.Service.all", 0);
                    assertThatThrownBy(() -> manager.getTransaction(definition)).hasMessageContaining("Could not open");
                }))
                .containsExactly("Service.all, not begun");
    }

    private List<String> summaries(Consumer<DataSourceTransactionManager> work) {
        List<String> summaries = new ArrayList<>();
        application
                .withBean(DataSourceTransactionManager.class, () -> manager(dataSource()))
                .run(context -> {
                    DevServer devServer = context.getBean(DevServer.class);
                    try (RecordedRequest request = RecordedRequest.open(devServer.currentTrace())) {
                        work.accept(context.getBean(DataSourceTransactionManager.class));
                        request.finish().calls().stream().map(Call::summary).forEach(summaries::add);
                    }
                });
        return summaries;
    }

    private static TransactionDefinition named(String name, int propagation) {
        DefaultTransactionDefinition definition = new DefaultTransactionDefinition(propagation);
        definition.setName(name);
        return definition;
    }

    private static DataSourceTransactionManager manager(DataSource dataSource) {
        DataSourceTransactionManager manager = new DataSourceTransactionManager(dataSource);
        manager.setTransactionExecutionListeners(List.of(OWN));
        return manager;
    }

    private static JdbcDataSource dataSource() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:");
        return dataSource;
    }

    private static DataSource broken() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:none;IFEXISTS=TRUE");
        return dataSource;
    }
}
