package com.example.starter;

import io.vertx.core.Vertx;

public class MainVerticle {

    public static void main(String[] args) {
        Vertx.vertx()
                .createHttpServer()
                .requestHandler(request -> request.response()
                        .putHeader("content-type", "text/plain")
                        .end("Hello from Vert.x!"))
                .listen(Integer.parseInt(args[0]));
    }
}
