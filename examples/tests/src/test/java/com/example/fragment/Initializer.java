package com.example.fragment;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.servlet.http.HttpServlet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Remembers which servlets the application has. */
@HandlesTypes(HttpServlet.class)
public final class Initializer implements ServletContainerInitializer {

    @Override
    public void onStartup(@Nullable Set<Class<?>> types, ServletContext context) {
        Set<String> names = new TreeSet<>();
        if (types != null) {
            types.stream()
                    .filter(type -> type.getName().startsWith("com.example."))
                    .forEach(type -> names.add(type.getSimpleName()));
        }
        context.setAttribute("servlets", names);
    }
}
