package io.github.devserver4j.agent;

import static net.bytebuddy.matcher.ElementMatchers.hasSuperType;
import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isInterface;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.nameEndsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import java.util.Properties;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Instruments whatever an application gets connections from: any DataSource and any Driver. The name is asked first,
 * since looking up the supertypes of every class that is loaded would slow down the start.
 */
final class JdbcInstrumentation implements InstrumentedLibrary {

    static final String HOOK = "connections";

    private static final ElementMatcher<TypeDescription> DATA_SOURCE = ElementMatchers.<TypeDescription>nameContains(
                    "DataSource")
            .or(nameEndsWith("ConnectionPool"))
            .and(not(isInterface()))
            .and(hasSuperType(named("javax.sql.DataSource"))
                    // its subclass DataSource implements the interface and inherits the methods
                    .or(named("org.apache.tomcat.jdbc.pool.DataSourceProxy")));

    private static final ElementMatcher<TypeDescription> DRIVER = ElementMatchers.<TypeDescription>nameContains(
                    "Driver")
            .and(not(isInterface()))
            .and(hasSuperType(named("java.sql.Driver")));

    @Override
    public AgentBuilder addTo(AgentBuilder agent, Hooks hooks) {
        Advice advice =
                Advice.withCustomMapping().bind(Hook.class, hooks.field(HOOK)).to(OpenConnectionAdvice.class);
        return agent.type(DATA_SOURCE)
                .transform(into(
                        advice,
                        named("getConnection").and(takesArguments(0).or(takesArguments(String.class, String.class)))))
                .type(DRIVER)
                .transform(into(advice, named("connect").and(takesArguments(String.class, Properties.class))));
    }

    private static AgentBuilder.Transformer into(
            Advice advice, ElementMatcher.Junction<net.bytebuddy.description.method.MethodDescription> method) {
        return (builder, type, loader, module, domain) ->
                builder.visit(advice.on(method.and(isPublic()).and(not(isAbstract()))));
    }
}
