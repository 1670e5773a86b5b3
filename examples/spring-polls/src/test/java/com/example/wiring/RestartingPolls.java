package com.example.wiring;

import com.example.springpolls.SpringPolls;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.devtools.restart.Restarter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
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

        @GetMapping("/restart")
        String restart() {
            Thread thread = new Thread(() -> Restarter.getInstance().restart(), "restarting");
            // As devtools' own watcher of files, which is not loaded by what it throws away.
            thread.setContextClassLoader(Restarter.class.getClassLoader());
            thread.start();
            return "restarting";
        }

        /** How many class loaders of the application are alive, this one included, and how many threads of devserver's. */
        @GetMapping("/alive")
        Map<String, Object> alive() throws InterruptedException {
            List<WeakReference<ClassLoader>> loaders = loaders();
            ClassLoader own = Restarts.class.getClassLoader();
            if (loaders.stream().noneMatch(loader -> loader.get() == own)) {
                loaders.add(new WeakReference<>(own));
            }
            for (int i = 0; i < 10 && count(loaders) > 1; i++) {
                System.gc();
                Thread.sleep(100);
            }
            long threads = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("devserver"))
                    .count();
            return Map.of("loaders", count(loaders), "threads", threads);
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
