/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Routes some POSTs to a closed port, so that their connections are refused. The choice depends on the order of the POSTs. Thread-safe.
 */
final class RefusedConnections implements HttpRoutePlanner, AutoCloseable {

    private final Random random;
    private final Socket closedPort = new Socket();
    private final AtomicInteger count = new AtomicInteger();

    RefusedConnections(long seed) throws IOException {
        this.random = new Random(seed);
        // bound and not listened at: it is ours, so nobody else can be there
        closedPort.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @Override
    public HttpRoute determineRoute(HttpHost target, HttpRequest request, HttpContext context) {
        if (!Method.POST.isSame(request.getMethod()) || random.nextDouble() * 100 >= FaultMix.REFUSED) {
            return new HttpRoute(target);
        }
        count.incrementAndGet();
        return new HttpRoute(new HttpHost("127.0.0.1", closedPort.getLocalPort()));
    }

    @Override
    public HttpRoute determineRoute(HttpHost target, HttpContext context) {
        return new HttpRoute(target);
    }

    /** How many there were. */
    int count() {
        return count.get();
    }

    @Override
    public void close() throws IOException {
        closedPort.close();
    }
}
