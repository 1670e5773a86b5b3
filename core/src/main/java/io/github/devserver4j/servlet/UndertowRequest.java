package io.github.devserver4j.servlet;

import io.github.devserver4j.trace.ResponseLine;
import jakarta.servlet.ServletRequest;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/** A request of Undertow 2.3: its exchange tells when it is complete and what was sent. */
final class UndertowRequest extends ContainerRequest {

    private final Methods methods;
    private final Object exchange;

    private UndertowRequest(ServletRequest request, Methods methods, Object exchange) {
        super(request);
        this.methods = methods;
        this.exchange = exchange;
    }

    static ContainerRequest of(ServletRequest request, ContainerTypes types) {
        try {
            Methods methods = types.methods(request.getClass(), Methods.class, Methods::in);
            return new UndertowRequest(request, methods, methods.exchange.invoke(request));
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
        try {
            methods.addListener.invoke(exchange, methods.completionListener(listener));
        } catch (Throwable failure) {
            throw new IllegalStateException("Undertow's addExchangeCompleteListener failed", failure);
        }
    }

    @Override
    long bytesSent() {
        try {
            return (long) methods.bytesSent.invoke(exchange);
        } catch (Throwable failure) {
            Failures.log(failure);
            return ResponseLine.UNKNOWN_LENGTH;
        }
    }

    private record Methods(
            MethodHandle exchange,
            MethodHandle addListener,
            MethodHandle bytesSent,
            MethodHandle proceed,
            Class<?> listenerType) {

        static Methods in(Class<?> requestType) throws ReflectiveOperationException {
            MethodHandle exchange = ContainerMethods.method(requestType, "getExchange");
            Class<?> exchangeType = exchange.type().returnType();
            Class<?> listenerType = Class.forName(
                    "io.undertow.server.ExchangeCompletionListener", false, exchangeType.getClassLoader());
            Class<?> nextType =
                    Class.forName(listenerType.getName() + "$NextListener", false, exchangeType.getClassLoader());
            return new Methods(
                    exchange,
                    ContainerMethods.method(exchangeType, "addExchangeCompleteListener", listenerType),
                    ContainerMethods.method(exchangeType, "getResponseBytesSent"),
                    ContainerMethods.method(nextType, "proceed"),
                    listenerType);
        }

        /** Undertow's listeners have to pass the exchange on to the next one. */
        Object completionListener(Runnable listener) {
            InvocationHandler handler = (proxy, method, arguments) -> {
                if (!method.getName().equals("exchangeEvent")) {
                    return method.invoke(listener, arguments);
                }
                try {
                    listener.run();
                } finally {
                    proceed.invoke(arguments[1]);
                }
                return null;
            };
            return Proxy.newProxyInstance(listenerType.getClassLoader(), new Class<?>[] {listenerType}, handler);
        }
    }
}
