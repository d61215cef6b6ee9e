/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.io.IOException;
import java.util.function.Supplier;

import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;

/** An HTTP client that opens when it is used, and again when it is used after it was closed. Thread-safe. */
public final class ReopeningClient extends CloseableHttpClient implements Configurable {

    private final Supplier<CloseableHttpClient> open;
    private final Runnable closing;

    /**
     * Creates a closed client.
     *
     * @param open returns the client that is open, or opens one
     * @param closing closes the client that is open
     */
    public ReopeningClient(Supplier<CloseableHttpClient> open, Runnable closing) {
        this.open = open;
        this.closing = closing;
    }

    @Override
    @SuppressWarnings("deprecation") // what executeOpen is made of
    protected CloseableHttpResponse doExecute(HttpHost target, ClassicHttpRequest request, HttpContext context)
            throws IOException {
        return open.get().execute(target, request, context);
    }

    @Override
    public RequestConfig getConfig() {
        return open.get() instanceof Configurable configurable ? configurable.getConfig() : null;
    }

    @Override
    public void close() {
        closing.run();
    }

    @Override
    public void close(CloseMode mode) {
        closing.run();
    }
}
