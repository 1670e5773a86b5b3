package io.github.devserver4j.servlet;

import io.github.devserver4j.trace.ResponseLine;
import jakarta.servlet.ServletRequest;
import java.lang.invoke.MethodHandle;

/**
 * A request of Tomcat 10.1 or 11. The facade that applications get holds the connector's request, below whose response
 * another one counts what was written; that it is over is told by {@link TomcatRequests}.
 */
final class TomcatRequest extends ContainerRequest {

    private final Object response;
    private final Methods methods;
    private final boolean tellsCompletion;

    private TomcatRequest(ServletRequest request, Object response, Methods methods, boolean tellsCompletion) {
        super(request);
        this.response = response;
        this.methods = methods;
        this.tellsCompletion = tellsCompletion;
    }

    static ContainerRequest of(ServletRequest request, boolean tellsCompletion, ContainerTypes types) {
        try {
            Methods methods = types.methods(request.getClass(), Methods.class, Methods::in);
            Object response = methods.coyoteResponse.invoke(methods.response.invoke(methods.request.invoke(request)));
            return new TomcatRequest(request, response, methods, tellsCompletion);
        } catch (Throwable failure) { // MethodHandle.invoke declares it
            Failures.log(failure);
            return new UnknownContainerRequest(request);
        }
    }

    @Override
    boolean tellsCompletion() {
        return tellsCompletion;
    }

    @Override
    void whenComplete(Runnable listener) {}

    /** What the application wrote, as bytes and before any compression. */
    @Override
    long bytesSent() {
        try {
            return tellsCompletion ? (long) methods.contentWritten.invoke(response) : ResponseLine.UNKNOWN_LENGTH;
        } catch (Throwable failure) {
            Failures.log(failure);
            return ResponseLine.UNKNOWN_LENGTH;
        }
    }

    private record Methods(
            MethodHandle request, MethodHandle response, MethodHandle coyoteResponse, MethodHandle contentWritten) {

        static Methods in(Class<?> facade) throws ReflectiveOperationException {
            MethodHandle request = ContainerMethods.getter(facade, "request");
            MethodHandle response = ContainerMethods.method(request.type().returnType(), "getResponse");
            MethodHandle coyoteResponse =
                    ContainerMethods.method(response.type().returnType(), "getCoyoteResponse");
            return new Methods(
                    request,
                    response,
                    coyoteResponse,
                    ContainerMethods.method(coyoteResponse.type().returnType(), "getContentWritten"));
        }
    }
}
