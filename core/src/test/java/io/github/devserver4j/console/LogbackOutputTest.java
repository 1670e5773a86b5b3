package io.github.devserver4j.console;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The application's Logback, here the one of the tests, configured in one way and another. */
final class LogbackOutputTest {

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger request = context.getLogger("devserver.request");
    private final List<String> bare = new ArrayList<>();
    private final ListAppender<ILoggingEvent> ofTheApplication = new ListAppender<>();
    private ConsoleOutput output = ConsoleOutput.to(bare::add);

    @BeforeEach
    void install() {
        ofTheApplication.setContext(context);
        ofTheApplication.start();
        output = ConsoleOutput.to(LogTarget.AUTO, bare::add);
    }

    @AfterEach
    void uninstall() {
        output.whenClosed().run();
        for (String name : List.of("devserver", "devserver.request", "devserver.sql")) {
            context.getLogger(name).setLevel(null);
            context.getLogger(name).setAdditive(true);
            context.getLogger(name).detachAppender(ofTheApplication);
        }
        context.getLogger("ROOT").detachAppender(ofTheApplication);
        context.getLogger("ROOT").setLevel(Level.WARN);
    }

    @Test
    void blocksArePrintedBareThoughTheRootSaysWarn() {
        context.getLogger("ROOT").addAppender(ofTheApplication);
        output.sink().write("a\nb");
        assertThat(bare).containsExactly("a\nb");
        assertThat(ofTheApplication.list).isEmpty();
        assertThat(request.getAppender("devserver")).isNotNull();
    }

    @Test
    void anAppenderOfTheApplicationGetsOneEventForEachBlock() {
        request.addAppender(ofTheApplication);
        request.setLevel(Level.INFO);
        output.sink().write("a\nb");
        assertThat(bare).isEmpty();
        assertThat(ofTheApplication.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("a\nb");
    }

    @Test
    void aLevelOfTheApplicationLeavesItToItsAppenders() {
        context.getLogger("ROOT").addAppender(ofTheApplication);
        request.setLevel(Level.DEBUG);
        output.sink().write("block");
        assertThat(bare).isEmpty();
        assertThat(ofTheApplication.list).hasSize(1);
    }

    @Test
    void aLevelOfTheParentCounts() {
        context.getLogger("ROOT").addAppender(ofTheApplication);
        context.getLogger("devserver").setLevel(Level.INFO);
        output.sink().write("shown by the application");
        context.getLogger("devserver").setLevel(Level.OFF);
        output.sink().write("not shown");
        context.getLogger("devserver").setLevel(null);
        output.sink().write("shown bare");
        assertThat(ofTheApplication.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("shown by the application");
        assertThat(bare).containsExactly("shown bare");
    }

    @Test
    void itSurvivesAResetOfTheLoggers() {
        request.detachAndStopAllAppenders(); // what LoggerContext.reset() does to each logger
        request.setLevel(null);
        request.setAdditive(true);
        output.sink().write("block");
        assertThat(bare).containsExactly("block");
    }

    @Test
    void twoDevserversPrintEachBlockOnce() {
        List<String> others = new ArrayList<>();
        ConsoleOutput second = ConsoleOutput.to(LogTarget.AUTO, others::add);
        second.sink().write("1");
        output.sink().write("2");
        assertThat(bare).containsExactly("1", "2");
        assertThat(others).isEmpty();
        output.whenClosed().run();
        second.sink().write("3");
        assertThat(others).containsExactly("3");
        second.whenClosed().run();
    }

    @Test
    void closingPutsEverythingBack() {
        output.whenClosed().run();
        assertThat(request.getLevel()).isNull();
        assertThat(request.isAdditive()).isTrue();
        assertThat(request.iteratorForAppenders().hasNext()).isFalse();
    }

    @Test
    void aModuleIsSwitchedByItsLogger() {
        assertThat(output.modules().isOn("sql")).isTrue();
        context.getLogger("devserver.sql").setLevel(Level.OFF);
        assertThat(output.modules().isOn("sql")).isFalse();
        assertThat(output.modules().isOn("cache")).isTrue();
        context.getLogger("devserver.sql").setLevel(null);
        context.getLogger("ROOT").setLevel(Level.OFF);
        assertThat(output.modules().isOn("sql")).isTrue();
        context.getLogger("ROOT").setLevel(Level.INFO);
        context.getLogger("devserver.sql").setLevel(Level.WARN);
        assertThat(output.modules().isOn("sql")).isFalse();
    }

    @Test
    void standardOutputAndSlf4jCanBeAskedFor() {
        output.whenClosed().run();
        context.getLogger("ROOT").addAppender(ofTheApplication);
        context.getLogger("ROOT").setLevel(Level.INFO);
        ConsoleOutput.to(LogTarget.STDOUT, bare::add).sink().write("to standard output");
        assertThat(ofTheApplication.list).isEmpty();
        ConsoleOutput.to(LogTarget.SLF4J, bare::add).sink().write("to SLF4J");
        assertThat(bare).containsExactly("to standard output");
        assertThat(ofTheApplication.list).hasSize(1);
    }
}
