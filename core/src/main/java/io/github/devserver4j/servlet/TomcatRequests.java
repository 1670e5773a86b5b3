package io.github.devserver4j.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import java.lang.invoke.MethodHandle;

/**
 * Hears from Tomcat when a request is over: after error pages and asynchronous work. Tomcat tells request listeners
 * last of all, and a filter may add one to its context only below the Servlet API.
 */
final class TomcatRequests implements ServletRequestListener {

    private final OpenRequests open;

    private TomcatRequests(OpenRequests open) {
        this.open = open;
    }

    /** Listens to the requests of this context; false if it is not Tomcat's, or a Tomcat's not known. */
    static boolean listenForEnds(ServletContext context, OpenRequests open) {
        if (!context.getClass().getName().startsWith("org.apache.catalina.")) {
            return false;
        }
        try {
            Object standardContext = read(read(context, "context"), "context");
            MethodHandle add =
                    ContainerMethods.method(standardContext.getClass(), "addApplicationEventListener", Object.class);
            add.invoke(standardContext, new TomcatRequests(open));
            return true;
        } catch (Throwable unknownVersion) { // MethodHandle.invoke declares it
            Failures.log(unknownVersion);
            return false;
        }
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        OpenRequest request = open.find(event.getServletRequest());
        if (request != null) {
            request.completed();
        }
    }

    private static Object read(Object owner, String field) throws Throwable {
        return ContainerMethods.field(owner.getClass(), field).invoke(owner);
    }
}
