package io.github.devserver4j.servlet;

import io.github.devserver4j.trace.ResponseLine;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.lang.invoke.MethodHandle;
import java.util.function.Consumer;

/**
 * A request of Jetty 12, in any of its Servlet environments: below the servlet request is a core request, which tells
 * when its stream is complete and what was written to it.
 */
final class JettyRequest extends ContainerRequest {

    private static final ClassValue<Methods> METHODS = new ClassValue<>() {
        @Override
        protected Methods computeValue(Class<?> coreRequestType) {
            try {
                return Methods.of(coreRequestType.getClassLoader());
            } catch (ReflectiveOperationException unknownVersion) {
                throw new IllegalStateException("this Jetty's core API is not known", unknownVersion);
            }
        }
    };

    private static final ClassValue<MethodHandle> CORE = new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> servletType) {
            String name = servletType.getSimpleName().contains("Response") ? "getResponse" : "getRequest";
            try {
                return ContainerMethods.method(servletType, name);
            } catch (ReflectiveOperationException unknownVersion) {
                throw new IllegalStateException("this Jetty's servlet API is not known", unknownVersion);
            }
        }
    };

    private final Object coreRequest;
    private final Object coreResponse;
    private final Methods methods;

    private JettyRequest(ServletRequest request, Object coreRequest, Object coreResponse) {
        super(request);
        this.coreRequest = coreRequest;
        this.coreResponse = coreResponse;
        this.methods = METHODS.get(coreRequest.getClass());
    }

    static ContainerRequest of(ServletRequest request, ServletResponse response) {
        try {
            Object coreRequest = CORE.get(request.getClass()).invoke(request);
            Object coreResponse = CORE.get(response.getClass()).invoke(response);
            return new JettyRequest(request, coreRequest, coreResponse);
        } catch (Throwable failure) { // MethodHandle.invoke declares it
            Failures.log(failure);
            return new UnknownContainerRequest(request);
        }
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

        static Methods of(ClassLoader jetty) throws ReflectiveOperationException {
            Class<?> request = Class.forName("org.eclipse.jetty.server.Request", false, jetty);
            Class<?> response = Class.forName("org.eclipse.jetty.server.Response", false, jetty);
            return new Methods(
                    ContainerMethods.method(request, "addCompletionListener", request, Consumer.class),
                    ContainerMethods.method(response, "getContentBytesWritten", response));
        }
    }
}
