package io.github.devserver4j.jetty.runserver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * What an application serves HTTP with, told by the libraries it has.
 *
 * @param name as people call it, empty if nothing was found
 * @param recorded whether the agent records its requests
 */
record FoundServer(String name, boolean recorded) {

    static final FoundServer UNKNOWN = new FoundServer("", true);

    /** Libraries in nested jars and on a class path are told by the beginning of their names. */
    private static final Map<String, String> RECORDED = Map.of(
            "tomcat-embed-core", "Tomcat",
            "undertow-servlet", "Undertow",
            "jetty-ee9-servlet", "Jetty",
            "jetty-ee10-servlet", "Jetty",
            "jetty-ee11-servlet", "Jetty");

    private static final Map<String, String> OTHERS = Map.of(
            "reactor-netty-http", "Reactor Netty (Spring WebFlux)",
            "vertx-core", "Vert.x",
            "quarkus-vertx-http", "Vert.x (Quarkus)",
            "micronaut-http-server-netty", "Netty (Micronaut)",
            "helidon-webserver", "Helidon",
            "netty-codec-http", "Netty");

    /** In a jar that everything was packed into, a class of each server. */
    private static final Map<String, String> RECORDED_CLASSES = Map.of(
            "org/apache/catalina/core/StandardContext.class", "Tomcat",
            "io/undertow/servlet/core/DeploymentManagerImpl.class", "Undertow",
            "org/eclipse/jetty/ee9/servlet/ServletHandler.class", "Jetty",
            "org/eclipse/jetty/ee10/servlet/ServletHandler.class", "Jetty",
            "org/eclipse/jetty/ee11/servlet/ServletHandler.class", "Jetty");

    private static final Map<String, String> OTHER_CLASSES = Map.of(
            "reactor/netty/http/server/HttpServer.class", "Reactor Netty (Spring WebFlux)",
            "io/vertx/core/Vertx.class", "Vert.x",
            "io/helidon/webserver/WebServer.class", "Helidon",
            "io/netty/handler/codec/http/HttpServerCodec.class", "Netty");

    /** The server of a jar, with its libraries nested, packed in, or named in its manifest. */
    static FoundServer in(JarFile jar, Attributes manifest) {
        List<String> libraries = new ArrayList<>();
        jar.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(".jar"))
                .forEach(libraries::add);
        String classPath = manifest.getValue(Attributes.Name.CLASS_PATH);
        if (classPath != null) {
            libraries.addAll(Arrays.asList(classPath.split(" ", -1)));
        }
        FoundServer nested = among(libraries);
        return nested.name.isEmpty() ? packedInto(jar) : nested;
    }

    /** The server among these files. */
    static FoundServer among(List<String> libraries) {
        FoundServer recorded = among(libraries, RECORDED, true);
        return recorded.name.isEmpty() ? among(libraries, OTHERS, false) : recorded;
    }

    private static FoundServer among(List<String> libraries, Map<String, String> servers, boolean recorded) {
        for (String library : libraries) {
            String file = library.substring(library.lastIndexOf('/') + 1);
            for (Map.Entry<String, String> server : servers.entrySet()) {
                if (file.startsWith(server.getKey() + "-")) {
                    return new FoundServer(server.getValue(), recorded);
                }
            }
        }
        return UNKNOWN;
    }

    private static FoundServer packedInto(JarFile jar) {
        FoundServer recorded = packedInto(jar, RECORDED_CLASSES, true);
        return recorded.name.isEmpty() ? packedInto(jar, OTHER_CLASSES, false) : recorded;
    }

    private static FoundServer packedInto(JarFile jar, Map<String, String> classes, boolean recorded) {
        for (Map.Entry<String, String> server : classes.entrySet()) {
            if (jar.getEntry(server.getKey()) != null) {
                return new FoundServer(server.getValue(), recorded);
            }
        }
        return UNKNOWN;
    }
}
