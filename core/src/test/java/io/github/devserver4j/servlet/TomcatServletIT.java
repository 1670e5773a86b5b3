package io.github.devserver4j.servlet;

/** The conformance suite on {@link TomcatTestServer}. */
final class TomcatServletIT extends ServletConformance {

    TomcatServletIT() {
        super(TomcatTestServer::start);
    }
}
