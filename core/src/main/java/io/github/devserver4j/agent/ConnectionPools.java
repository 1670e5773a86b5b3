package io.github.devserver4j.agent;

import java.lang.StackWalker.Option;
import java.util.List;

/**
 * Tells connections that a pool opens for itself from those that an application opens. Pools open theirs on threads of
 * their own, too, and hand them out again and again; only what they hand out is the application's.
 */
final class ConnectionPools {

    private static final List<String> POOLS = List.of(
            "com.zaxxer.hikari.",
            "org.apache.commons.dbcp2.",
            "org.apache.tomcat.dbcp.",
            "org.apache.tomcat.jdbc.pool.",
            "com.mchange.v2.",
            "com.alibaba.druid.",
            "oracle.ucp.",
            "io.agroal.",
            "org.vibur.dbcp.",
            "org.h2.jdbcx.JdbcConnectionPool");

    /** DataSources that belong to a pool and are none: what they open, the pool keeps. */
    private static final List<String> BELOW_POOLS =
            List.of("com.zaxxer.hikari.util.DriverDataSource", "com.mchange.v2.c3p0.DriverManagerDataSource");

    private static final StackWalker WALKER = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

    private ConnectionPools() {}

    /** Whether the current thread is opening a connection on behalf of a pool, other than {@code opener} itself. */
    static boolean isOpeningFor(Object opener) {
        return !isPool(opener.getClass().getName())
                && WALKER.walk(frames -> frames.anyMatch(frame -> isPool(frame.getClassName())));
    }

    private static boolean isPool(String className) {
        for (String pool : POOLS) {
            if (className.startsWith(pool)) {
                return !BELOW_POOLS.contains(className);
            }
        }
        return false;
    }
}
