/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.json.WebhookJson;
import com.cliqtel.camel.simulator.log.BoundedLog;
import com.cliqtel.camel.simulator.time.SimulatedTime;
import com.cliqtel.camel.simulator.webhook.Turns.Turn;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery.Answered;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery.Outcome;

/**
 * Sends a webhook for each status change to whoever asked for it, in the manner it is told. Safe for use by several threads.
 */
public final class Webhooks implements AutoCloseable {

    private final WebhookPool pool;
    private final Signature signature;
    private final SimulatedTime time;
    private final BoundedLog<WebhookDelivery> log;
    private final Turns turns = new Turns();
    private final UnderWay underWay;
    private volatile WebhookManner manner;

    /**
     * Nothing sent yet.
     *
     * @param pool the threads to send by
     * @param manner how to send
     * @param signature what to sign with
     * @param time the time they are sent and logged by
     * @param watcher is told each attempt at its end; must return at once
     */
    public Webhooks(
            WebhookPool pool,
            WebhookManner manner,
            Signature signature,
            SimulatedTime time,
            Consumer<WebhookDelivery> watcher) {
        this.log = new BoundedLog<>(d -> d.body().length() + d.url().length(), watcher);
        this.pool = pool;
        this.signature = signature;
        this.time = time;
        this.underWay = new UnderWay(pool.threads());
        manner(manner);
    }

    /**
     * Sends in another manner from now on. What has been drawn for a webhook before stays so; of repeats, the waits that are
     * still to come are the new ones.
     *
     * @param newManner how to send
     */
    public void manner(WebhookManner newManner) {
        pool.connections(newManner.connections());
        manner = newManner;
    }

    /**
     * How they are sent now.
     *
     * @return the manner
     */
    public WebhookManner manner() {
        return manner;
    }

    /**
     * Reports a message whose status changed, if its sender asked for reports. Returns at once.
     *
     * @param message as it is after the change
     */
    public void report(Message message) {
        if (message.statusCallbackUrl() == null) {
            return;
        }
        WebhookManner how = manner;
        SplittableRandom random = new SplittableRandom(
                how.seed() * 31 + message.id() * 7 + message.status().ordinal());
        Parcel genuine =
                genuine(message.id(), message.statusCallbackUrl(), WebhookJson.statusUpdated(message), how.form());
        int copies = 1 + random.nextInt(how.mostCopies());
        for (int copy = 0; copy < copies; copy++) {
            Instant earliest = time.now().plus(delay(how, random));
            boolean inOrder = how.order() == WebhookManner.Order.OF_CHANGES;
            send(inOrder ? turns.next(message.id(), earliest) : Turn.free(earliest), genuine, 1);
        }
        if (random.nextDouble() < how.forgedShare()) {
            Instant earliest = time.now().plus(delay(how, random));
            Forgery forgery = Forgery.values()[random.nextInt(Forgery.values().length)];
            send(Turn.free(earliest), forgery.of(genuine), 1);
        }
    }

    /**
     * Sends one by hand, now, once, signed in the form of the manner.
     *
     * @param url where to
     * @param json what it says
     * @return what came of it
     */
    public WebhookDelivery send(String url, String json) {
        return send(url, json, manner.form());
    }

    /**
     * Sends one by hand, now, once.
     *
     * @param url where to
     * @param json what it says
     * @param form what is signed
     * @return what came of it
     */
    public WebhookDelivery send(String url, String json, SignedForm form) {
        return deliver(genuine(0, url, json, form), 1);
    }

    /**
     * Sends a forged one by hand, now, once.
     *
     * @param url where to
     * @param json what the genuine one would say
     * @param forgery how it is forged
     * @return what came of it
     */
    public WebhookDelivery forge(String url, String json, Forgery forgery) {
        return deliver(forgery.of(genuine(0, url, json, manner.form())), 1);
    }

    /**
     * Sends one again by hand, now, once: the same bytes with the same signature to the same receiver.
     *
     * @param sent any that was sent
     * @return what came of it
     */
    public WebhookDelivery repeat(WebhookDelivery sent) {
        return deliver(parcel(sent), sent.attempt() + 1);
    }

    /**
     * Sends one again soon, once, by another thread.
     *
     * @param sent any that was sent
     */
    public void repeatSoon(WebhookDelivery sent) {
        underWay.take(Turn.free(time.now()), () -> repeat(sent));
    }

    /**
     * Sends one soon as somebody would who saw one that was sent, but doesn't know the secret; once, by another thread.
     *
     * @param sent any that was sent
     * @param forgery how it is forged
     */
    public void forgeSoon(WebhookDelivery sent, Forgery forgery) {
        Parcel forged = forgery.of(parcel(sent));
        underWay.take(Turn.free(time.now()), () -> deliver(forged, 1));
    }

    private static Parcel parcel(WebhookDelivery sent) {
        return new Parcel(sent.messageId(), sent.url(), sent.body(), sent.signature(), sent.forgery());
    }

    private Parcel genuine(long messageId, String url, String stringified, SignedForm form) {
        String body = form.written(stringified);
        byte[] signed = SignedForm.bytes(form == SignedForm.RAW ? body : stringified);
        return new Parcel(messageId, url, body, signature.of(signed), null);
    }

    private static Duration delay(WebhookManner how, SplittableRandom random) {
        long most = how.latest().toMillis();
        return most == 0 ? Duration.ZERO : Duration.ofMillis(random.nextLong(most + 1));
    }

    private void send(Turn turn, Parcel parcel, int attempt) {
        Runnable take = () -> underWay.take(turn, () -> attempt(parcel, attempt));
        if (turn.due().isAfter(time.now())) {
            time.at(turn.due(), take);
        } else {
            take.run();
        }
    }

    private void attempt(Parcel parcel, int attempt) {
        WebhookDelivery delivery = deliver(parcel, attempt);
        List<Duration> waits = manner.repeats();
        if (delivery.isToBeRepeated() && attempt <= waits.size()) {
            Duration wait = longer(waits.get(attempt - 1), delivery.outcome());
            // no turn of its message: as with any queue of jobs, what failed is overtaken
            send(Turn.free(time.now().plus(wait)), parcel, attempt + 1);
        }
    }

    private static Duration longer(Duration wait, Outcome outcome) {
        return outcome instanceof Answered answered
                        && answered.retryAfter() != null
                        && answered.retryAfter().compareTo(wait) > 0
                ? answered.retryAfter()
                : wait;
    }

    private WebhookDelivery deliver(Parcel parcel, int attempt) {
        Outcome outcome = pool.send(parcel.url(), SignedForm.bytes(parcel.body()), parcel.signature());
        return log.add(number -> new WebhookDelivery(
                number,
                parcel.messageId(),
                parcel.url(),
                parcel.body(),
                parcel.signature(),
                outcome,
                time.now(),
                attempt,
                parcel.forgery()));
    }

    /**
     * What was sent.
     *
     * @return in the order the attempts ended
     */
    public BoundedLog<WebhookDelivery> deliveries() {
        return log;
    }

    /**
     * Waits until no webhook is under way. Late ones and repeats whose time has not come are not waited for.
     *
     * @param timeout the longest to wait, in real time
     * @throws IllegalStateException when there still are some after that, or the thread is interrupted
     */
    public void awaitQuiet(Duration timeout) {
        underWay.awaitNone(timeout);
    }

    /** Sends nothing more; what is under way ends unseen. */
    @Override
    public void close() {
        underWay.close();
    }
}
