/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.webhook;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.json.WebhookJson;
import com.cliqtel.camel.simulator.log.BoundedLog;
import com.cliqtel.camel.simulator.time.SimulatedTime;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery.Origin;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery.Outcome;

/**
 * Sends a webhook for each status change to whoever asked for it, in the manner it is told. Safe for use by several threads.
 */
public final class Webhooks implements AutoCloseable {

    private static final String NOBODYS = "0".repeat(64);

    private final WebhookPool pool;
    private final WebhookManner manner;
    private final Signature signature;
    private final SimulatedTime time;
    private final BoundedLog<WebhookDelivery> log =
            new BoundedLog<>(d -> d.body().length() + d.url().length());
    private final Map<Long, CompletableFuture<Void>> lastOfMessage = new HashMap<>();
    private final Set<CompletableFuture<Void>> underWay = new HashSet<>();
    private boolean closed;

    /**
     * Nothing sent yet.
     *
     * @param pool the threads to send by
     * @param manner how to send
     * @param signature what to sign with
     * @param time the time they are sent and logged by
     */
    public Webhooks(WebhookPool pool, WebhookManner manner, Signature signature, SimulatedTime time) {
        this.pool = pool;
        this.manner = manner;
        this.signature = signature;
        this.time = time;
    }

    /** A webhook to be sent. */
    private record Parcel(long messageId, String url, String body, String signature, Origin origin) {}

    /**
     * Reports a message whose status changed, if its sender asked for reports. Returns at once.
     *
     * @param message as it is after the change
     */
    public void report(Message message) {
        if (message.statusCallbackUrl() == null) {
            return;
        }
        SplittableRandom random = new SplittableRandom(
                manner.seed() * 31 + message.id() * 7 + message.status().ordinal());
        Parcel genuine = genuine(message.id(), message.statusCallbackUrl(), WebhookJson.statusUpdated(message));
        int copies = 1 + random.nextInt(manner.mostCopies());
        for (int copy = 0; copy < copies; copy++) {
            later(delay(random), () -> enqueue(genuine, 1));
        }
        if (random.nextDouble() < manner.forgedShare()) {
            later(delay(random), () -> enqueue(forged(genuine), 1));
        }
    }

    /**
     * Sends one by hand, now, once.
     *
     * @param url where to
     * @param json what it says
     * @return what came of it
     */
    public WebhookDelivery send(String url, String json) {
        return deliver(genuine(0, url, json), 1);
    }

    /**
     * Sends a forged one by hand, now, once.
     *
     * @param url where to
     * @param json what it says
     * @return what came of it
     */
    public WebhookDelivery forge(String url, String json) {
        return deliver(forged(genuine(0, url, json)), 1);
    }

    private Parcel genuine(long messageId, String url, String stringified) {
        String body = manner.form().written(stringified);
        byte[] signed = SignedForm.bytes(manner.form() == SignedForm.RAW ? body : stringified);
        return new Parcel(messageId, url, body, signature.of(signed), Origin.ACCOUNT);
    }

    /** With the genuine one's signature over another status; where it has none, with a signature that is nobody's. */
    private static Parcel forged(Parcel genuine) {
        String other = genuine.body().replaceFirst("queued|sent|delivered|failed", "forged");
        String signature = other.equals(genuine.body()) ? NOBODYS : genuine.signature();
        return new Parcel(genuine.messageId(), genuine.url(), other, signature, Origin.FORGER);
    }

    private Duration delay(SplittableRandom random) {
        long most = manner.latest().toMillis();
        return most == 0 ? Duration.ZERO : Duration.ofMillis(random.nextLong(most + 1));
    }

    private void later(Duration delay, Runnable task) {
        if (delay.isZero()) {
            task.run();
        } else {
            time.at(time.now().plus(delay), task);
        }
    }

    private synchronized void enqueue(Parcel parcel, int attempt) {
        if (closed) {
            return;
        }
        boolean inOrder = manner.order() == WebhookManner.Order.OF_CHANGES;
        CompletableFuture<Void> nothing = CompletableFuture.completedFuture(null);
        CompletableFuture<Void> before = inOrder ? lastOfMessage.getOrDefault(parcel.messageId(), nothing) : nothing;
        try {
            CompletableFuture<Void> sent =
                    before.handleAsync((done, failure) -> attempt(parcel, attempt), pool.threads());
            underWay.add(sent);
            lastOfMessage.put(parcel.messageId(), sent);
            sent.whenComplete((done, failure) -> forget(parcel.messageId(), sent));
        } catch (RejectedExecutionException e) {
            // the simulator was closed in this moment
            closed = true;
        }
    }

    private Void attempt(Parcel parcel, int attempt) {
        if (!isClosed()
                && deliver(parcel, attempt).isToBeRepeated()
                && attempt <= manner.repeats().size()) {
            later(manner.repeats().get(attempt - 1), () -> enqueue(parcel, attempt + 1));
        }
        return null;
    }

    private WebhookDelivery deliver(Parcel parcel, int attempt) {
        Outcome outcome = pool.send(parcel.url(), SignedForm.bytes(parcel.body()), parcel.signature());
        WebhookDelivery delivery = new WebhookDelivery(
                parcel.messageId(),
                parcel.url(),
                parcel.body(),
                parcel.signature(),
                outcome,
                time.now(),
                attempt,
                parcel.origin());
        log.add(delivery);
        return delivery;
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
     * Waits until no webhook is under way. Late ones and repeats whose time has not come are not waited for.
     *
     * @param timeout the longest to wait, in real time
     * @throws IllegalStateException when there still are some after that, or the thread is interrupted
     */
    public synchronized void awaitQuiet(Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        while (!underWay.isEmpty()) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                throw new IllegalStateException(underWay.size() + " webhooks are still under way");
            }
            pause(millis);
        }
    }

    /** Sends nothing more; what is under way ends unseen. */
    @Override
    public synchronized void close() {
        closed = true;
        underWay.clear();
        lastOfMessage.clear();
        notifyAll();
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void forget(long messageId, CompletableFuture<Void> sent) {
        underWay.remove(sent);
        lastOfMessage.remove(messageId, sent);
        if (underWay.isEmpty()) {
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
