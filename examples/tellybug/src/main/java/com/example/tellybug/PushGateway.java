package com.example.tellybug;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Tells the service that pushes numbers to the screens of a vote. */
final class PushGateway {

    private final HttpClient http;
    private final URI address;

    PushGateway(HttpClient http, URI address) {
        this.http = http;
        this.address = address;
    }

    void push(String slug, int option, long votes) throws IOException {
        URI vote = address.resolve("/push/" + slug + "?option=" + option + "&votes=" + votes);
        try {
            http.send(HttpRequest.newBuilder(vote).build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while pushing a vote", interrupted);
        }
    }
}
