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

    private static final String FIELD = "accessLog";

    private final OpenRequests open;
    private final Object context;
    private final Method getter;
    private final MethodHandle facade;
    private final Object proxy;
    private final @Nullable Object present;
    private volatile boolean stopped;

    private TomcatRequests(Object context, OpenRequests open) throws ReflectiveOperationException {
        this.open = open;
        this.context = context;
        this.getter = context.getClass().getMethod("getAccessLog");
        this.present = getter.invoke(context);
        Class<?> accessLog = getter.getReturnType();
        ClassLoader tomcat = accessLog.getClassLoader();
        Class<?> request = Class.forName("org.apache.catalina.connector.Request", false, tomcat);
        this.facade = ContainerMethods.method(request, "getRequest");
        this.proxy = Proxy.newProxyInstance(tomcat, new Class<?>[] {accessLog}, this);
    }

    /** Listens to the requests of this context; null if it is not Tomcat's, or a Tomcat's not known. */
    static @Nullable TomcatRequests listenForEnds(ServletContext context, OpenRequests open) {
        if (!context.getClass().getName().startsWith("org.apache.catalina.")) {
            return null;
        }
        try {
            Object standardContext = read(read(context, "context"), "context");
            TomcatRequests requests = new TomcatRequests(standardContext, open);
            ContainerMethods.set(standardContext, FIELD, requests.proxy);
            return requests;
        } catch (Throwable unknownVersion) { // MethodHandle.invoke declares it
            Failures.log(unknownVersion);
            return null;
        }
    }

    /** Puts back what was there before; a context that is started again keeps its access log. */
    void stop() {
        stopped = true;
        try {
            ContainerMethods.set(context, FIELD, goingOn(getter.invoke(context)));
        } catch (ReflectiveOperationException | RuntimeException failure) {
            Failures.log(failure);
        }
    }

    /** Another filter of ours may have come after this one, and be stopped later. */
    private static @Nullable Object goingOn(@Nullable Object accessLog) {
        if (accessLog != null
                && Proxy.isProxyClass(accessLog.getClass())
                && Proxy.getInvocationHandler(accessLog) instanceof TomcatRequests requests
                && requests.stopped) {
            return goingOn(requests.present);
        }
        return accessLog;
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(this, arguments);
        }
        if (method.getName().equals("log") && !stopped) {
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
