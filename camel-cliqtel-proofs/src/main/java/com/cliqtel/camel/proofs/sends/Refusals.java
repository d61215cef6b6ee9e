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
 * Leads some of a client's POSTs to a port at which nobody listens, so that connecting is truly refused. Which ones is drawn
 * in the order in which they come. Thread-safe.
 */
final class Refusals implements HttpRoutePlanner, AutoCloseable {

    private final Random random;
    private final Socket nobody = new Socket();
    private final AtomicInteger count = new AtomicInteger();

    Refusals(long seed) throws IOException {
        this.random = new Random(seed);
        // bound and not listened at: it is ours, so nobody else can be there
        nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @Override
    public HttpRoute determineRoute(HttpHost target, HttpRequest request, HttpContext context) {
        if (!Method.POST.isSame(request.getMethod()) || random.nextDouble() * 100 >= FaultMix.REFUSED) {
            return new HttpRoute(target);
        }
        count.incrementAndGet();
        return new HttpRoute(new HttpHost("127.0.0.1", nobody.getLocalPort()));
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
        nobody.close();
    }
}
