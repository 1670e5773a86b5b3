package io.github.devserver4j.agent;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import java.util.ArrayList;
import java.util.List;

/** Every library that is recorded without its application's knowledge, but for the JDK's own. */
final class InstrumentedLibraries {

    private static final String SERVLETS = "the requests of this application are";

    private static final List<Entry> SERVLET_CONTAINERS = List.of(
            new Entry(
                    SERVLETS,
                    "servlet.JettyContexts",
                    List.of("servlet"),
                    new LibraryInstrumentation("jetty")
                            .entered(
                                    named("initialize").and(takesNoArguments()),
                                    "org.eclipse.jetty.ee8.servlet.ServletHandler",
                                    "org.eclipse.jetty.ee9.servlet.ServletHandler",
                                    "org.eclipse.jetty.ee10.servlet.ServletHandler",
                                    "org.eclipse.jetty.ee11.servlet.ServletHandler",
                                    "org.eclipse.jetty.servlet.ServletHandler")),
            new Entry(
                    SERVLETS,
                    "servlet.TomcatContexts",
                    List.of("servlet"),
                    new LibraryInstrumentation("tomcat")
                            .entered(
                                    named("filterStart").and(takesNoArguments()),
                                    "org.apache.catalina.core.StandardContext")),
            new Entry(
                    SERVLETS,
                    "servlet.UndertowContexts",
                    List.of("servlet"),
                    new LibraryInstrumentation("undertow")
                            .entered(
                                    named("initDone").and(takesNoArguments()),
                                    "io.undertow.servlet.spec.ServletContextImpl")));

    private static final List<Entry> CLIENTS = List.of(
            new Entry(
                    "caches of Caffeine are",
                    "caffeine.CaffeineWrapper",
                    List.of("cache.caffeine"),
                    new LibraryInstrumentation("caffeine")
                            .returned(
                                    namedOneOf("build", "buildAsync").and(isPublic()),
                                    "com.github.benmanes.caffeine.cache.Caffeine")
                            .returnedFor(
                                    namedOneOf("createNativeCaffeineCache", "createAsyncCaffeineCache"),
                                    "org.springframework.cache.caffeine.CaffeineCacheManager")),
            new Entry(
                    "caches of JCache are",
                    "jcache.ProviderWrapper",
                    List.of("cache.jcache"),
                    new LibraryInstrumentation("jcache")
                            .returned(namedOneOf("getCachingProvider", "getCachingProviders"), "javax.cache.Caching")),
            new Entry(
                    "commands of Lettuce are",
                    "lettuce.ClientListening",
                    List.of("cache.redis.lettuce"),
                    new LibraryInstrumentation("lettuce")
                            .constructed(
                                    isConstructor(),
                                    "io.lettuce.core.RedisClient",
                                    "io.lettuce.core.cluster.RedisClusterClient")),
            new Entry(
                    "commands of Jedis are",
                    "jedis.ConnectionMethods",
                    List.of("cache.redis.jedis"),
                    new LibraryInstrumentation("jedis")
                            .around(
                                    named("executeCommand")
                                            .and(takesArgument(
                                                    0,
                                                    namedOneOf(
                                                            "redis.clients.jedis.CommandArguments",
                                                            "redis.clients.jedis.CommandObject")))
                                            .or(named("sendCommand")
                                                    .and(takesArgument(
                                                            0, named("redis.clients.jedis.CommandArguments"))))
                                            .or(named("initializeFromClientConfig")
                                                    .and(takesArgument(
                                                            0, named("redis.clients.jedis.JedisClientConfig"))))
                                            .or(namedOneOf("flush", "readProtocolWithCheckingBroken", "disconnect")
                                                    .and(takesNoArguments())),
                                    "redis.clients.jedis.Connection")
                            .around(
                                    named("passivateObject"),
                                    "redis.clients.jedis.ConnectionFactory",
                                    "redis.clients.jedis.JedisFactory")
                            .around(
                                    namedOneOf("executeCommand", "executeCommandToReplica", "broadcastCommand")
                                            .and(isPublic()),
                                    "redis.clients.jedis.executors.ClusterCommandExecutor",
                                    "redis.clients.jedis.executors.RetryableCommandExecutor")
                            .around(
                                    namedOneOf("discoverClusterNodesAndSlots", "renewClusterSlots"),
                                    "redis.clients.jedis.JedisClusterInfoCache")
                            .around( // which pings a node before it hands it out
                                    named("getConnection").and(takesNoArguments()),
                                    "redis.clients.jedis.providers.ClusterConnectionProvider")),
            new Entry(
                    "what Reactor's operators do on other threads is",
                    "reactor.TracedOperators",
                    List.of(),
                    new LibraryInstrumentation("reactor")
                            .returned(
                                    named("onAssembly").and(takesArguments(1)),
                                    "reactor.core.publisher.Flux",
                                    "reactor.core.publisher.Mono",
                                    "reactor.core.publisher.ParallelFlux",
                                    "reactor.core.publisher.ConnectableFlux")),
            new Entry(
                    "calls of spymemcached are",
                    "spymemcached.FactoryWrapper",
                    List.of("cache.memcached.spy"),
                    new LibraryInstrumentation("spymemcached")
                            .given(
                                    isConstructor().and(takesArgument(0, named("net.spy.memcached.ConnectionFactory"))),
                                    "net.spy.memcached.MemcachedClient")),
            new Entry(
                    "calls of XMemcached are",
                    "xmemcached.ClientMethods",
                    List.of("cache.memcached.xmemcached"),
                    new LibraryInstrumentation("xmemcached")
                            .instead(
                                    isPublic()
                                            .and(namedOneOf(
                                                    ("add append cas decr delete flushAll get gets getAndTouch getStats"
                                                                    + " getStatsByItem getVersions incr"
                                                                    + " invalidateNamespace prepend replace set stats"
                                                                    + " touch addWithNoReply appendWithNoReply"
                                                                    + " casWithNoReply decrWithNoReply"
                                                                    + " deleteWithNoReply flushAllWithNoReply"
                                                                    + " incrWithNoReply prependWithNoReply"
                                                                    + " replaceWithNoReply setWithNoReply")
                                                            .split(" ", -1))),
                                    "net.rubyeye.xmemcached.XMemcachedClient")),
            new Entry(
                    "calls to DynamoDB are",
                    "awssdk2.GlobalInterceptors",
                    List.of("dynamodb.sdk2"),
                    new LibraryInstrumentation("awssdk2")
                            .returned(
                                    named("getGlobalInterceptors"),
                                    "software.amazon.awssdk.core.interceptor.ClasspathInterceptorChainFactory")
                            .returned(
                                    named("buildClient"),
                                    "software.amazon.awssdk.services.dynamodb.DefaultDynamoDbAsyncClientBuilder")),
            new Entry(
                    "calls to DynamoDB are",
                    "awssdk1.GlobalHandlers",
                    List.of("dynamodb.sdk1"),
                    new LibraryInstrumentation("awssdk1")
                            .returned(named("getGlobalHandlers"), "com.amazonaws.handlers.HandlerChainFactory")),
            new Entry(
                    "queries of Cassandra are",
                    "cassandra.SessionWrapper",
                    List.of("cassandra"),
                    new LibraryInstrumentation("cassandra")
                            .returned(named("wrap"), "com.datastax.oss.driver.api.core.CqlSessionBuilder")),
            new Entry(
                    "calls of java.net.http are",
                    "jdkhttp.ClientWrapper",
                    List.of("httpclient.jdk"),
                    new LibraryInstrumentation("jdkhttp")
                            .returned(named("build"), "jdk.internal.net.http.HttpClientBuilderImpl")),
            new Entry(
                    "calls of Apache HttpClient are",
                    "apachehttp.BuilderExtension",
                    List.of("httpclient.apache"),
                    new LibraryInstrumentation("apachehttp")
                            .entered(
                                    named("build").and(takesNoArguments()),
                                    "org.apache.hc.client5.http.impl.classic.HttpClientBuilder",
                                    "org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder",
                                    "org.apache.hc.client5.http.impl.async.H2AsyncClientBuilder")),
            new Entry(
                    "calls of OkHttp are",
                    "okhttp.BuilderExtension",
                    List.of("httpclient.okhttp"),
                    new LibraryInstrumentation("okhttp")
                            .given(
                                    isConstructor().and(takesArgument(0, named("okhttp3.OkHttpClient$Builder"))),
                                    "okhttp3.OkHttpClient")));

    private InstrumentedLibraries() {}

    static List<Entry> all(boolean servlets) {
        List<Entry> all = new ArrayList<>(CLIENTS);
        if (servlets) {
            all.addAll(SERVLET_CONTAINERS);
        }
        return all;
    }

    /**
     * One library.
     *
     * @param subject the beginning of a sentence that ends with "not recorded"
     * @param appSideClass what its instrumented methods ask, below {@code io.github.devserver4j.agent.}
     * @param integrations the packages of devserver's that refer to its classes
     */
    record Entry(
            String subject, String appSideClass, List<String> integrations, LibraryInstrumentation instrumentation) {

        String name() {
            return instrumentation.library();
        }

        AppSide appSide(Recording recording) {
            return new AppSide(subject, appSideClass, integrations, recording);
        }
    }
}
