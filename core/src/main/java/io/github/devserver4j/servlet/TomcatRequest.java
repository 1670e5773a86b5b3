package io.github.devserver4j.servlet;

import io.github.devserver4j.trace.ResponseLine;
import jakarta.servlet.ServletRequest;
import java.lang.invoke.MethodHandle;

/**
 * A request of Tomcat 10.1 or 11. The facade that applications get holds the connector's request, whose response counts
 * what the application wrote; that it is over is told by {@link TomcatRequests}.
 */
final class TomcatRequest extends ContainerRequest {

    private static final ClassValue<Methods> METHODS = new ClassValue<>() {
        @Override
        protected Methods computeValue(Class<?> facade) {
            try {
                return Methods.of(facade);
            } catch (ReflectiveOperationException unknownVersion) {
                throw new IllegalStateException("this Tomcat is not known", unknownVersion);
            }
        }
    };

    private final Object response;
    private final MethodHandle contentWritten;
    private final boolean tellsCompletion;

    private TomcatRequest(
            ServletRequest request, Object response, MethodHandle contentWritten, boolean tellsCompletion) {
        super(request);
        this.response = response;
        this.contentWritten = contentWritten;
        this.tellsCompletion = tellsCompletion;
    }

    static ContainerRequest of(ServletRequest request, boolean tellsCompletion) {
        try {
            Methods methods = METHODS.get(request.getClass());
            Object response = methods.response.invoke(methods.request.invoke(request));
            return new TomcatRequest(request, response, methods.contentWritten, tellsCompletion);
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

    @Override
    long bytesSent() {
        try {
            return (long) contentWritten.invoke(response);
        } catch (Throwable failure) {
            Failures.log(failure);
            return ResponseLine.UNKNOWN_LENGTH;
        }
    }

    private record Methods(MethodHandle request, MethodHandle response, MethodHandle contentWritten) {

        static Methods of(Class<?> facade) throws ReflectiveOperationException {
            MethodHandle request = ContainerMethods.field(facade, "request");
            MethodHandle response = ContainerMethods.method(request.type().returnType(), "getResponse");
            Class<?> responseType = response.type().returnType();
            return new Methods(request, response, ContainerMethods.method(responseType, "getContentWritten"));
        }
    }
}
