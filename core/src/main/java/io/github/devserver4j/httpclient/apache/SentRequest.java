package io.github.devserver4j.httpclient.apache;

import io.github.devserver4j.httpclient.HttpExchange;

/** An application's request as a chain carries it along, with the call that is recorded for it. */
interface SentRequest {

    HttpExchange exchange();
}
