/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.webhook;

import java.util.concurrent.atomic.LongAdder;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/** Vert.x and an HMAC in its handler: no Camel, no duplicates, nothing routed. */
final class VertxReceiver implements Receiver {

    private final LongAdder sum = new LongAdder();
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;

    VertxReceiver() {
        server = vertx.createHttpServer()
                .requestHandler(this::receive)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void receive(HttpServerRequest request) {
        request.bodyHandler(body -> answer(request, body));
    }

    private void answer(HttpServerRequest request, Buffer body) {
        byte[] bytes = body.getBytes();
        boolean signed = HmacSignature.isOf(bytes, request.getHeader(SIGNATURE));
        if (signed) {
            sum.add(EventJson.read(bytes).data().id());
        }
        request.response().setStatusCode(signed ? 200 : 403).end();
    }

    @Override
    public int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
