/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.json.WebhookJson;
import com.cliqtel.camel.simulator.log.BoundedLog;
import com.cliqtel.camel.simulator.time.SimulatedTime;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery.Outcome;

/**
 * Sends a webhook for each status change to whoever asked for it: those of one message one after the other, in the order
 * of the changes; those of different messages side by side. Safe for use by several threads.
 */
public final class Webhooks implements AutoCloseable {

    private final WebhookPool pool;
    private final Signature signature;
    private final SimulatedTime time;
    private final BoundedLog<WebhookDelivery> log =
            new BoundedLog<>(d -> d.body().length() + d.url().length());
    private final Map<Long, CompletableFuture<Void>> lastOfMessage = new HashMap<>();
    private boolean closed;

    /**
     * Nothing sent yet.
     *
     * @param pool the threads to send by
     * @param signature what to sign with
     * @param time the time deliveries are logged by
     */
    public Webhooks(WebhookPool pool, Signature signature, SimulatedTime time) {
        this.pool = pool;
        this.signature = signature;
        this.time = time;
    }

    /**
     * Reports a message whose status changed, if its sender asked for reports. Returns at once.
     *
     * @param message as it is after the change
     */
    public synchronized void report(Message message) {
        if (closed || message.statusCallbackUrl() == null) {
            return;
        }
        CompletableFuture<Void> before =
                lastOfMessage.getOrDefault(message.id(), CompletableFuture.completedFuture(null));
        try {
            CompletableFuture<Void> sent = before.handleAsync((done, failure) -> deliver(message), pool.threads());
            lastOfMessage.put(message.id(), sent);
            sent.whenComplete((done, failure) -> forget(message.id(), sent));
        } catch (RejectedExecutionException e) {
            // the simulator was closed in this moment
            closed = true;
        }
    }

    /**
     * What was sent.
     *
     * @return an immutable copy, in the order the deliveries ended
     */
    public List<WebhookDelivery> deliveries() {
        return log.snapshot();
    }

    /**
     * Waits until no webhook is under way or waiting to be.
     *
     * @param timeout the longest to wait, in real time
     * @throws IllegalStateException when there still are some after that, or the thread is interrupted
     */
    public synchronized void awaitQuiet(Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        while (!lastOfMessage.isEmpty()) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                throw new IllegalStateException(
                        "Webhooks of " + lastOfMessage.size() + " messages are still under way");
            }
            pause(millis);
        }
    }

    /** Sends nothing more; what is under way ends unseen. */
    @Override
    public synchronized void close() {
        closed = true;
        lastOfMessage.clear();
        notifyAll();
    }

    private Void deliver(Message message) {
        if (isClosed()) {
            return null;
        }
        String body = WebhookJson.statusUpdated(message);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String signed = signature.of(bytes);
        Outcome outcome = pool.send(message.statusCallbackUrl(), bytes, signed);
        log.add(new WebhookDelivery(message.id(), message.statusCallbackUrl(), body, signed, outcome, time.now()));
        return null;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void forget(long messageId, CompletableFuture<Void> sent) {
        lastOfMessage.remove(messageId, sent);
        if (lastOfMessage.isEmpty()) {
            notifyAll();
        }
    }

    private void pause(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while webhooks were under way", e);
        }
    }
}
