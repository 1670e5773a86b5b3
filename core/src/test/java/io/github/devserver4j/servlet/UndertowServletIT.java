package io.github.devserver4j.servlet;

/** The conformance suite on {@link UndertowTestServer}. */
final class UndertowServletIT extends ServletConformance {

    UndertowServletIT() {
        super(UndertowTestServer::start);
    }
}
