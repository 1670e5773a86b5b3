package io.github.devserver4j.cache.jcache;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.management.CacheStatisticsMXBean;
import javax.cache.spi.CachingProvider;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The providers that tests run with. */
enum Provider {
    EHCACHE("org.ehcache.jsr107.EhcacheCachingProvider"),
    CAFFEINE("com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider");

    private final String className;

    Provider(String className) {
        this.className = className;
    }

    /** A class loader for one manager. */
    static ClassLoader newLoader() {
        return new ClassLoader(Provider.class.getClassLoader()) {};
    }

    CachingProvider provider() {
        return Caching.getCachingProvider(className);
    }

    /** A manager that no other test has. The providers hold its loader weakly, so the test has to hold it. */
    CacheManager newManager(ClassLoader loader) {
        CachingProvider provider = provider();
        URI uri = this == EHCACHE ? provider.getDefaultURI() : URI.create("test:" + System.nanoTime());
        return provider.getCacheManager(uri, loader, new Properties());
    }

    /** What the provider has counted for the only cache of this name. */
    static CacheStatisticsMXBean statistics(CacheManager manager, String cache) throws JMException {
        manager.enableStatistics(cache, true);
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        Set<ObjectName> names =
                server.queryNames(new ObjectName("javax.cache:type=CacheStatistics,Cache=" + cache + ",*"), null);
        ObjectName name = Objects.requireNonNull(names.iterator().next());
        return JMX.newMXBeanProxy(server, name, CacheStatisticsMXBean.class);
    }
}
