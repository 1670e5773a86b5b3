package io.github.devserver4j.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Hears from Tomcat when a request is over. The last that happens to a request there is that it is told to the access
 * logs: after error pages, those of Tomcat's own included, after asynchronous work, and after all was sent. This is one
 * more access log of the context, put in front of what is there below the Servlet API. Request listeners are told before Tomcat has
 * encoded the end of the answer, when its length is not known.
 */
final class TomcatRequests implements InvocationHandler {

    private final OpenRequests open;
    private final MethodHandle facade;
    private final @Nullable Object present;

    private TomcatRequests(OpenRequests open, MethodHandle facade, @Nullable Object present) {
        this.open = open;
        this.facade = facade;
        this.present = present;
    }

    /** Listens to the requests of this context; false if it is not Tomcat's, or a Tomcat's not known. */
    static boolean listenForEnds(ServletContext context, OpenRequests open) {
        if (!context.getClass().getName().startsWith("org.apache.catalina.")) {
            return false;
        }
        try {
            Object standardContext = read(read(context, "context"), "context");
            addAccessLog(standardContext, open);
            return true;
        } catch (Throwable unknownVersion) { // MethodHandle.invoke declares it
            Failures.log(unknownVersion);
            return false;
        }
    }

    private static void addAccessLog(Object context, OpenRequests open) throws Throwable {
        Method getter = context.getClass().getMethod("getAccessLog");
        Class<?> accessLog = getter.getReturnType();
        ClassLoader tomcat = accessLog.getClassLoader();
        Class<?> request = Class.forName("org.apache.catalina.connector.Request", false, tomcat);
        MethodHandle facade = ContainerMethods.method(request, "getRequest");
        InvocationHandler handler = new TomcatRequests(open, facade, getter.invoke(context));
        ContainerMethods.set(context, "accessLog", Proxy.newProxyInstance(tomcat, new Class<?>[] {accessLog}, handler));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(this, arguments);
        }
        if (method.getName().equals("log")) {
            ended(arguments);
        }
        if (present != null) {
            return method.invoke(present, arguments);
        }
        return method.getReturnType() == boolean.class ? false : null;
    }

    private void ended(Object @Nullable [] arguments) {
        try {
            if (arguments != null && facade.invoke(arguments[0]) instanceof ServletRequest request) {
                OpenRequest ended = open.find(request);
                if (ended != null) {
                    ended.completed();
                }
            }
        } catch (Throwable failure) { // MethodHandle.invoke declares it
            Failures.log(failure);
        }
    }

    private static Object read(Object owner, String field) throws Throwable {
        return ContainerMethods.getter(owner.getClass(), field).invoke(owner);
    }
}
