package io.github.devserver4j.spring;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Tells the starter's beans from others. */
public final class StarterBeans {

    private StarterBeans() {}

    /** The names of beans whose name or class is the starter's; the application of the tests is not. */
    public static List<String> beansOfOurs(ApplicationContext context) {
        return Stream.of(context.getBeanDefinitionNames())
                .filter(name -> name.startsWith("devServer") || isOurs(context.getType(name)))
                .toList();
    }

    private static boolean isOurs(@Nullable Class<?> type) {
        return type != null
                && type.getName().startsWith("io.github.devserver4j.")
                && !type.getName().contains(".spring.application.");
    }
}
