package io.github.devserver4j.agent.premain;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * {@code java -javaagent:devserver-agent.jar -jar anything.jar}: records an application that has never heard of devserver.
 * Options are settings without their prefix: {@code -javaagent:devserver-agent.jar=truncate-sql=false,background=true}.
 *
 * <p>Whatever goes wrong here is told in one line, and the application runs as if there were no agent.
 */
public final class DevServerAgent {

    private static final String START = "io.github.devserver4j.AgentStart";

    private static boolean started;

    private DevServerAgent() {}

    /** Called by the JVM before the application's main method. */
    public static void premain(@Nullable String options, Instrumentation instrumentation) {
        start(options, instrumentation);
    }

    /** Called by the JVM when the agent is attached to it. */
    public static void agentmain(@Nullable String options, Instrumentation instrumentation) {
        start(options, instrumentation);
    }

    private static synchronized void start(@Nullable String options, Instrumentation instrumentation) {
        if (started) {
            return;
        }
        started = true;
        try {
            new HiddenClassLoader(ownJar())
                    .loadClass(START)
                    .getMethod("start", String.class, Instrumentation.class)
                    .invoke(null, options, instrumentation);
        } catch (InvocationTargetException failure) {
            tell(failure.getCause() == null ? failure : failure.getCause());
        } catch (Throwable failure) { // the application starts without us
            tell(failure);
        }
    }

    /** Not where this class comes from: an application may have devserver on its class path as well. */
    private static File ownJar() throws IOException, URISyntaxException {
        URL hidden = ClassLoader.getSystemResource("hidden/" + START.replace('.', '/') + ".class");
        if (hidden == null) {
            throw new IllegalStateException("this is not devserver-agent.jar");
        }
        return new File(
                ((JarURLConnection) hidden.openConnection()).getJarFileURL().toURI());
    }

    private static void tell(Throwable failure) {
        String message = failure instanceof IllegalArgumentException ? failure.getMessage() : failure.toString();
        System.err.println("devserver records nothing: " + message);
    }
}
