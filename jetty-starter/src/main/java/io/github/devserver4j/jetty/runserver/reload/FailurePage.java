package io.github.devserver4j.jetty.runserver.reload;

import io.github.devserver4j.jetty.runserver.compile.CompileProblem;

/** The page for a browser; it needs no other file. */
final class FailurePage {

    private static final String STYLE = """
            :root{color-scheme:light dark;--bad:#c0262d;--dim:#777;--mark:#c0262d22;--box:#8881}
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:3rem auto;padding:0 1.5rem}
            h1{font-size:1.4rem;color:var(--bad);margin:0 0 1.5rem}
            h2{font:600 1rem ui-monospace,monospace;margin:2rem 0 .25rem;overflow-wrap:anywhere}
            p{white-space:pre-wrap;margin:.25rem 0 .75rem}
            pre{font:.85rem/1.6 ui-monospace,monospace;background:var(--box);border-radius:6px;padding:.75rem 0;overflow:auto}
            pre.trace{padding:.75rem 1rem}
            pre span{display:block;padding:0 1rem}pre i{font-style:normal;color:var(--dim);display:inline-block;width:3.5rem}
            pre .bad{background:var(--mark)}footer{color:var(--dim);margin-top:2rem;font-size:.9rem}
            """;

    private FailurePage() {}

    static String html(Failure failure) {
        StringBuilder body = new StringBuilder();
        for (CompileProblem problem : failure.problems()) {
            body.append(problem(problem));
        }
        if (failure.exception() != null) {
            body.append("<pre class=\"trace\">").append(escape(failure.trace())).append("</pre>\n");
        }
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%1$s</title><style>
                %2$s</style></head><body>
                <h1>%1$s</h1>
                %3$s<footer>devserver: mend it and save, then load this page again.</footer>
                </body></html>
                """.formatted(escape(failure.title()), STYLE, body);
    }

    private static String problem(CompileProblem problem) {
        StringBuilder html = new StringBuilder();
        if (problem.file() != null) {
            html.append("<h2>")
                    .append(escape(problem.file() + ":" + problem.line()))
                    .append("</h2>\n");
        }
        html.append("<p>").append(escape(problem.message())).append("</p>\n<pre>");
        for (int line = 0; line < problem.source().size(); line++) {
            long number = problem.firstLine() + line;
            html.append(number == problem.line() ? "<span class=\"bad\"><i>" : "<span><i>")
                    .append(number)
                    .append("</i>")
                    .append(escape(problem.source().get(line)))
                    .append("</span>");
        }
        return html.append("</pre>\n").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
