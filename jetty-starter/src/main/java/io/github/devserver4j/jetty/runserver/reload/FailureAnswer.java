package io.github.devserver4j.jetty.runserver.reload;

import io.github.devserver4j.jetty.runserver.compile.CompileProblem;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers in the application's place, in the form that whoever asks can read: a page, JSON, or text. */
final class FailureAnswer {

    private static final int SERVER_ERROR = 500;

    private FailureAnswer() {}

    static void write(Failure failure, Request request, Response response, Callback callback) {
        HttpFields asked = request.getHeaders();
        String accept = String.join(",", asked.getValuesList(HttpHeader.ACCEPT));
        boolean script = accept.contains("json")
                || asked.contains("X-Requested-With")
                || "empty".equals(asked.get("Sec-Fetch-Dest")); // what fetch() sends
        boolean page = accept.contains("text/html") && !asked.contains("X-Requested-With");
        String type = page ? "text/html" : script ? "application/json" : "text/plain";
        String body = page ? FailurePage.html(failure) : script ? json(failure) : text(failure);
        response.setStatus(SERVER_ERROR);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type + ";charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        Content.Sink.write(response, true, body, callback);
    }

    /** As in the terminal, with the source. */
    static String text(Failure failure) {
        StringBuilder text = new StringBuilder(failure.title()).append('\n');
        for (CompileProblem problem : failure.problems()) {
            text.append('\n').append(where(problem)).append(problem.message()).append('\n');
            for (int line = 0; line < problem.source().size(); line++) {
                long number = problem.firstLine() + line;
                text.append("%s %4d  %s%n"
                        .formatted(
                                number == problem.line() ? ">" : " ",
                                number,
                                problem.source().get(line)));
            }
        }
        return failure.exception() == null
                ? text.toString()
                : text.append('\n').append(failure.trace()).toString();
    }

    private static String where(CompileProblem problem) {
        return problem.file() == null ? "" : problem.file() + ":" + problem.line() + ": ";
    }

    private static String json(Failure failure) {
        List<String> problems = failure.problems().stream()
                .map(problem -> "{\"file\":%s,\"line\":%d,\"column\":%d,\"message\":%s,\"source\":%s}"
                        .formatted(
                                problem.file() == null
                                        ? "null"
                                        : quote(problem.file().toString()),
                                problem.line(),
                                problem.column(),
                                quote(problem.message()),
                                quote(String.join("\n", problem.source()))))
                .toList();
        return "{\"error\":%s,\"problems\":[%s],\"trace\":%s}\n"
                .formatted(quote(failure.title()), String.join(",", problems), quote(failure.trace()));
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(each -> {
            if (each == '"' || each == '\\') {
                quoted.append('\\').append((char) each);
            } else if (each < ' ') {
                quoted.append("\\u%04x".formatted(each));
            } else {
                quoted.append((char) each);
            }
        });
        return quoted.append('"').toString();
    }
}
