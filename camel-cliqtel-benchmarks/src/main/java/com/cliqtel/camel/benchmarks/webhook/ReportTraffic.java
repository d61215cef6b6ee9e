/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.cliqtel.camel.ledger.Ledger;
import org.apache.camel.spi.IdempotentRepository;

/** Delivery reports, each of another message, posted to a receiver that processes each once. Thread-safe. */
public final class ReportTraffic implements AutoCloseable {

    private final Receiver receiver;
    private final WebhookRequests requests;

    private ReportTraffic(Receiver receiver, int reports) {
        this.receiver = receiver;
        this.requests = new WebhookRequests(reports);
    }

    /** Posts to {@code cliqtel:webhook} with a ledger. */
    public static ReportTraffic component(Ledger ledger, int reports) {
        return new ReportTraffic(new ComponentReceiver(ledger), reports);
    }

    /** Posts to a route that verifies by hand, with an {@code idempotentConsumer} over a repository. */
    public static ReportTraffic byHand(IdempotentRepository repository, int reports) {
        return new ReportTraffic(new IdempotentRouteReceiver(repository), reports);
    }

    /** Returns a connection for one thread. Each run posts a report. */
    public Runnable caller() {
        WebhookCaller caller = connected();
        byte[] request = requests.blank();
        return () -> {
            requests.write(request, RequestKind.SIGNED);
            try {
                RequestKind.SIGNED.check(caller.post(request));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        };
    }

    private WebhookCaller connected() {
        try {
            return new WebhookCaller(receiver.port());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        receiver.close();
    }
}
