/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Somebody who follows server-sent events, and keeps what came. */
final class EventStreamClient implements AutoCloseable {

    private final InputStream stream;
    private final StringBuffer text = new StringBuffer();

    private EventStreamClient(InputStream stream) {
        this.stream = stream;
        Thread reader = new Thread(this::read, "events");
        reader.setDaemon(true);
        reader.start();
    }

    static EventStreamClient of(HttpClient http, URI uri, String lastSeen) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (lastSeen != null) {
            request.header("Last-Event-ID", lastSeen);
        }
        HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        return new EventStreamClient(answer.body());
    }

    String text() {
        return text.toString();
    }

    private void read() {
        byte[] bytes = new byte[8192];
        try {
            for (int n = stream.read(bytes); n >= 0; n = stream.read(bytes)) {
                text.append(new String(bytes, 0, n, StandardCharsets.UTF_8));
            }
        } catch (IOException gone) {
            // the stream was closed
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
