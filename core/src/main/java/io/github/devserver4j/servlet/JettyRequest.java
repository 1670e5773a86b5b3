package io.github.devserver4j.servlet;

import io.github.devserver4j.trace.ResponseLine;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.function.Consumer;

/**
 * A request of Jetty 12, in any of its Servlet environments: below the servlet request is a core request, which tells
 * when its stream is complete and what was written to it.
 */
final class JettyRequest extends ContainerRequest {

    private final Object coreRequest;
    private final Object coreResponse;
    private final Methods methods;

    private JettyRequest(ServletRequest request, Object coreRequest, Object coreResponse, Methods methods) {
        super(request);
        this.coreRequest = coreRequest;
        this.coreResponse = coreResponse;
        this.methods = methods;
    }

    static ContainerRequest of(ServletRequest request, ServletResponse response, ContainerTypes types) {
        try {
            Object coreRequest = core(request, types).invoke(request);
            Object coreResponse = core(response, types).invoke(response);
            Methods methods = types.methods(coreRequest.getClass(), Methods.class, Methods::in);
            return new JettyRequest(request, coreRequest, coreResponse, methods);
        } catch (Throwable failure) { // MethodHandle.invoke declares it
            Failures.log(failure);
            return new UnknownContainerRequest(request);
        }
    }

    /** The method that leads from a servlet request or response to the core's. */
    private static MethodHandle core(Object servletObject, ContainerTypes types) {
        return types.methods(servletObject.getClass(), MethodHandle.class, type -> {
            boolean response = servletObject instanceof ServletResponse;
            return type.getName().startsWith("org.eclipse.jetty.ee9.")
                    ? coreOfChannel(type, response ? "getCoreResponse" : "getCoreRequest")
                    : ContainerMethods.method(type, response ? "getResponse" : "getRequest");
        });
    }

    /** In ee9 the channel between them knows it. */
    private static MethodHandle coreOfChannel(Class<?> type, String name) throws ReflectiveOperationException {
        MethodHandle channel = ContainerMethods.method(type, "getHttpChannel");
        MethodHandle core = ContainerMethods.method(channel.type().returnType(), name);
        return MethodHandles.filterReturnValue(channel, core);
    }

    @Override
    boolean tellsCompletion() {
        return true;
    }

    @Override
    void whenComplete(Runnable listener) {
        Consumer<Throwable> completion = failure -> listener.run();
        try {
            methods.addCompletionListener.invoke(coreRequest, completion);
        } catch (Throwable failure) {
            throw new IllegalStateException("Jetty's Request.addCompletionListener failed", failure);
        }
    }

    @Override
    long bytesSent() {
        try {
            return (long) methods.contentBytesWritten.invoke(coreResponse);
        } catch (Throwable failure) {
            Failures.log(failure);
            return ResponseLine.UNKNOWN_LENGTH;
        }
    }

    private record Methods(MethodHandle addCompletionListener, MethodHandle contentBytesWritten) {

        static Methods in(Class<?> coreRequest) throws ReflectiveOperationException {
            ClassLoader jetty = coreRequest.getClassLoader();
            Class<?> request = Class.forName("org.eclipse.jetty.server.Request", false, jetty);
            Class<?> response = Class.forName("org.eclipse.jetty.server.Response", false, jetty);
            return new Methods(
                    ContainerMethods.method(request, "addCompletionListener", request, Consumer.class),
                    ContainerMethods.method(response, "getContentBytesWritten", response));
        }
    }
}
