package io.github.devserver4j.spring.mvc;

import io.github.devserver4j.trace.CurrentTrace;
import io.github.devserver4j.trace.Faults;
import io.github.devserver4j.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Notes when the body of an answer begins to be written: what is lazy may be loaded then. Changes no body. */
@ControllerAdvice
final class BodyAdvice implements ResponseBodyAdvice<Object> {

    private final CurrentTrace currentTrace;

    BodyAdvice(CurrentTrace currentTrace) {
        this.currentTrace = currentTrace;
    }

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return currentTrace.request() != null;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        TraceRecorder recorder = currentTrace.request();
        try {
            Handling handling = recorder == null ? null : Handlings.of(recorder).innermost();
            if (handling != null) {
                handling.beginBody(currentTrace);
            }
        } catch (RuntimeException | LinkageError fault) {
            Faults.report(fault);
        }
        return body;
    }
}
