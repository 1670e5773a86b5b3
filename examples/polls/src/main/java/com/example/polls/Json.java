package com.example.polls;

import com.fasterxml.jackson.jr.ob.JSON;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Answers a request with JSON of a known length. */
final class Json {

    private Json() {}

    static void write(HttpServletResponse response, int status, Map<String, ?> body) throws IOException {
        byte[] bytes = JSON.std.asBytes(body);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    static void error(HttpServletResponse response, int status, String message) throws IOException {
        write(response, status, Map.of("error", message));
    }
}
