package io.github.devserver4j.servlet;

/** The conformance suite on {@link JettyTestServer}. */
final class JettyServletIT extends ServletConformance {

    JettyServletIT() {
        super(JettyTestServer::start);
    }
}
