package com.example.wiring;

import com.example.springpolls.SpringPolls;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.devtools.restart.Restarter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.util.ClassUtils;
import org.springframework.util.ConcurrentLruCache;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The polls under devtools, told to restart by a request. */
@Configuration(proxyBeanMethods = false)
@Import(RestartingPolls.Restarts.class)
public class RestartingPolls {

    public static void main(String[] args) {
        SpringApplication.run(new Class<?>[] {SpringPolls.class, RestartingPolls.class}, args);
    }

    @RestController
    static class Restarts {

        /** Of Boot 4 and Boot 3. */
        private static final List<String> TYPE_CACHES = List.of(
                "org.springframework.data.core.ClassTypeInformation",
                "org.springframework.data.core.TypeDiscoverer",
                "org.springframework.data.util.ClassTypeInformation",
                "org.springframework.data.util.TypeDiscoverer");

        @GetMapping("/restart")
        String restart() {
            Thread thread = new Thread(() -> Restarter.getInstance().restart(), "restarting");
            // As devtools' own watcher of files, which is not loaded by what it throws away.
            thread.setContextClassLoader(Restarter.class.getClassLoader());
            thread.start();
            return "restarting";
        }

        /** Has the class loader that the application has now outlive the next restart, as a leak would. */
        @GetMapping("/keep")
        String keep() {
            System.getProperties().put("kept", Restarts.class.getClassLoader());
            return "kept";
        }

        /** How many class loaders of the application are alive, this one included, and how many threads of devserver's. */
        @GetMapping("/alive")
        Map<String, Object> alive() throws Exception {
            List<WeakReference<ClassLoader>> loaders = loaders();
            ClassLoader own = Restarts.class.getClassLoader();
            if (loaders.stream().noneMatch(loader -> loader.refersTo(own))) {
                loaders.add(new WeakReference<>(own));
            }
            for (int i = 0; i < 10 && count(loaders) > 2; i++) {
                forgetTypes();
                System.gc();
                Thread.sleep(100);
            }
            long threads = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("devserver"))
                    .count();
            return Map.of("loaders", count(loaders), "threads", threads);
        }

        /**
         * Spring Data keeps the last few hundred types that it was asked about, whichever application they are of; with
         * them a few restarts would leave all loaders alive.
         */
        private static void forgetTypes() throws IllegalAccessException {
            for (String name : TYPE_CACHES) {
                if (ClassUtils.isPresent(name, null)) {
                    for (Field field : ClassUtils.resolveClassName(name, null).getDeclaredFields()) {
                        if (field.getType() == ConcurrentLruCache.class) {
                            field.setAccessible(true);
                            ((ConcurrentLruCache<?, ?>) field.get(null)).clear();
                        }
                    }
                }
            }
        }

        private static long count(List<WeakReference<ClassLoader>> loaders) {
            return loaders.stream().filter(loader -> loader.get() != null).count();
        }

        /** Where no restart reaches. */
        @SuppressWarnings("unchecked")
        private static List<WeakReference<ClassLoader>> loaders() {
            return (List<WeakReference<ClassLoader>>) System.getProperties()
                    .computeIfAbsent("loaders", none -> new CopyOnWriteArrayList<WeakReference<ClassLoader>>());
        }
    }
}
