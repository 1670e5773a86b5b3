package com.example.caches;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Reads a key twice from each cache, and writes one. */
@WebServlet("/caches")
public final class CacheServlet extends HttpServlet {

    private final Cache<String, String> manual =
            Caffeine.newBuilder().recordStats().build();
    private final LoadingCache<String, String> loading =
            Caffeine.newBuilder().recordStats().build(key -> key + "!");
    private final AsyncCache<String, String> async = Caffeine.newBuilder().buildAsync();
    private final AsyncLoadingCache<String, String> asyncLoading =
            Caffeine.newBuilder().buildAsync(key -> key + "!");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        StringBuilder values = new StringBuilder();
        for (int read = 0; read < 2; read++) {
            values.append(manual.get("a", key -> key + "!"));
            values.append(loading.get("b"));
            values.append(async.get("c", key -> key + "!").join());
            values.append(asyncLoading.get("d").join());
        }
        manual.put("e", "written");
        values.append(manual.asMap().get("e"));
        response.getWriter()
                .print(values + " " + manual.stats().hitCount() + " "
                        + loading.stats().missCount());
    }
}
