package io.github.devserver4j.agent;

import static net.bytebuddy.matcher.ElementMatchers.isBridge;
import static net.bytebuddy.matcher.ElementMatchers.not;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * A library some of whose methods ask the {@link AppSide} of the same name. Types are told by their names, since looking at
 * any more of every class that is loaded would slow down the start.
 */
final class LibraryInstrumentation implements InstrumentedLibrary {

    private final String library;
    private final List<Place> places = new ArrayList<>();

    LibraryInstrumentation(String library) {
        this.library = library;
    }

    /** Its name. */
    String library() {
        return library;
    }

    /** The caller of these methods gets what the hook makes of their result. */
    LibraryInstrumentation returned(ElementMatcher<MethodDescription> methods, String... types) {
        return at(ReturnAdvice.class, methods, types);
    }

    /** As {@link #returned}; the hook gets the method's first argument in place of the object. */
    LibraryInstrumentation returnedFor(ElementMatcher<MethodDescription> methods, String... types) {
        return at(ReturnForAdvice.class, methods, types);
    }

    /** The object is changed before these methods run. */
    LibraryInstrumentation entered(ElementMatcher<MethodDescription> methods, String... types) {
        return at(EnterAdvice.class, methods, types);
    }

    /** The object is changed after these constructors. */
    LibraryInstrumentation constructed(ElementMatcher<MethodDescription> constructors, String... types) {
        return at(ConstructAdvice.class, constructors, types);
    }

    /** These constructors get what the hook makes of their first argument. */
    LibraryInstrumentation given(ElementMatcher<MethodDescription> constructors, String... types) {
        return at(ConstructorArgumentAdvice.class, constructors, types);
    }

    /** The hook is asked before these methods, with their name and arguments, and what it answers is told how they end. */
    LibraryInstrumentation around(ElementMatcher<MethodDescription> methods, String... types) {
        return at(AroundAdvice.class, methods, types);
    }

    /** The hook is asked in place of these methods, and may answer how they end. */
    LibraryInstrumentation instead(ElementMatcher<MethodDescription> methods, String... types) {
        return at(InsteadAdvice.class, methods, types);
    }

    private LibraryInstrumentation at(Class<?> advice, ElementMatcher<MethodDescription> methods, String... types) {
        places.add(new Place(advice, methods, ElementMatchers.namedOneOf(types)));
        return this;
    }

    @Override
    public AgentBuilder addTo(AgentBuilder agent, Hooks hooks) {
        AgentBuilder added = agent;
        for (Place place : places) {
            added = added.type(place.types)
                    .transform((builder, type, loader, module, domain) -> builder.visit(
                            advice(place.advice, hooks).on(not(isBridge()).and(place.methods))));
        }
        return added;
    }

    /** Made anew for each type, of which there are few: most libraries are in no application. */
    private Advice advice(Class<?> advice, Hooks hooks) {
        return Advice.withCustomMapping()
                .bind(Library.class, library)
                .bind(Hook.class, hooks.field(AppSides.HOOK))
                .to(advice);
    }

    private record Place(
            Class<?> advice, ElementMatcher<MethodDescription> methods, ElementMatcher<TypeDescription> types) {}
}
