package io.github.devserver4j.httpclient.apache;

import org.apache.hc.core5.http.HttpRequest;

/** An application's request as a chain carries it along, which the call that is recorded for it learns of sends by. */
interface SentRequest {

    /** A request is about to be put on the wire; the same object twice where tracing was installed twice. */
    void sending(HttpRequest request);
}
