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
import com.cliqtel.camel.simulator.webhook.MessageOrder.Turn;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery.Answered;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery.Outcome;

/** Sends a webhook for each status change of a message that has a callback URL. Safe for use by several threads. */
public final class WebhookSender implements AutoCloseable {

    private final WebhookPool pool;
    private final Signature signature;
    private final SimulatedTime time;
    private final BoundedLog<WebhookDelivery> log;
    private final MessageOrder order = new MessageOrder();
    private final RunningAttempts attempts;
    private volatile WebhookSettings settings;

    /**
     * Creates a sender.
     *
     * @param pool the threads that send
     * @param settings how to send
     * @param signature what to sign with
     * @param time the time they are sent and logged by
     * @param listener gets each attempt when it has ended; must return at once
     */
    public WebhookSender(
            WebhookPool pool,
            WebhookSettings settings,
            Signature signature,
            SimulatedTime time,
            Consumer<WebhookDelivery> listener) {
        this.log = new BoundedLog<>(d -> d.body().length() + d.url().length(), listener);
        this.pool = pool;
        this.signature = signature;
        this.time = time;
        this.attempts = new RunningAttempts(pool.threads());
        settings(settings);
    }

    /**
     * Changes the settings for later webhooks. Random choices that were made for a webhook stay; of repeats, the waits that are
     * still to come are the new ones.
     *
     * @param newSettings how to send
     */
    public void settings(WebhookSettings newSettings) {
        pool.connections(newSettings.connections());
        settings = newSettings;
    }

    /**
     * Returns the current settings.
     *
     * @return the settings
     */
    public WebhookSettings settings() {
        return settings;
    }

    /**
     * Sends a webhook for a changed message if it has a callback URL. Returns at once.
     *
     * @param message as it is after the change
     */
    public void report(Message message) {
        if (message.statusCallbackUrl() == null) {
            return;
        }
        WebhookSettings how = settings;
        SplittableRandom random = new SplittableRandom(
                how.seed() * 31 + message.id() * 7 + message.status().ordinal());
        OutgoingWebhook genuine =
                genuine(message.id(), message.statusCallbackUrl(), WebhookJson.statusUpdated(message), how.form());
        int copies = 1 + random.nextInt(how.mostCopies());
        for (int copy = 0; copy < copies; copy++) {
            Instant earliest = time.now().plus(delay(how, random));
            boolean inOrder = how.order() == WebhookSettings.Order.OF_CHANGES;
            send(inOrder ? order.next(message.id(), earliest) : Turn.free(earliest), genuine, 1);
        }
        if (random.nextDouble() < how.forgedShare()) {
            Instant earliest = time.now().plus(delay(how, random));
            Forgery forgery = Forgery.values()[random.nextInt(Forgery.values().length)];
            send(Turn.free(earliest), forgery.of(genuine), 1);
        }
    }

    /**
     * Sends a payload now, once, signed as the settings say, and waits for the answer.
     *
     * @param url where to
     * @param json what it says
     * @return what came of it
     */
    public WebhookDelivery send(String url, String json) {
        return send(url, json, settings.form());
    }

    /**
     * Sends a payload now, once, and waits for the answer.
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
     * Sends a forged webhook now, once, and waits for the answer.
     *
     * @param url where to
     * @param json what the genuine one would say
     * @param forgery how it is forged
     * @return what came of it
     */
    public WebhookDelivery forge(String url, String json, Forgery forgery) {
        return deliver(forgery.of(genuine(0, url, json, settings.form())), 1);
    }

    /**
     * Repeats a webhook now, once, with the same bytes and signature, and waits for the answer.
     *
     * @param sent any that was sent
     * @return what came of it
     */
    public WebhookDelivery repeat(WebhookDelivery sent) {
        return deliver(outgoing(sent), sent.attempt() + 1);
    }

    /**
     * Repeats a webhook once, on another thread.
     *
     * @param sent any that was sent
     */
    public void repeatSoon(WebhookDelivery sent) {
        attempts.take(Turn.free(time.now()), () -> repeat(sent));
    }

    /**
     * Sends a forgery of a webhook once, on another thread.
     *
     * @param sent any that was sent
     * @param forgery how it is forged
     */
    public void forgeSoon(WebhookDelivery sent, Forgery forgery) {
        OutgoingWebhook forged = forgery.of(outgoing(sent));
        attempts.take(Turn.free(time.now()), () -> deliver(forged, 1));
    }

    private static OutgoingWebhook outgoing(WebhookDelivery sent) {
        return new OutgoingWebhook(sent.messageId(), sent.url(), sent.body(), sent.signature(), sent.forgery());
    }

    private OutgoingWebhook genuine(long messageId, String url, String stringified, SignedForm form) {
        String body = form.written(stringified);
        byte[] signed = SignedForm.bytes(form == SignedForm.RAW ? body : stringified);
        return new OutgoingWebhook(messageId, url, body, signature.of(signed), null);
    }

    private static Duration delay(WebhookSettings how, SplittableRandom random) {
        long most = how.latest().toMillis();
        return most == 0 ? Duration.ZERO : Duration.ofMillis(random.nextLong(most + 1));
    }

    private void send(Turn turn, OutgoingWebhook outgoing, int attempt) {
        Runnable take = () -> attempts.take(turn, () -> attempt(outgoing, attempt));
        if (turn.due().isAfter(time.now())) {
            time.at(turn.due(), take);
        } else {
            take.run();
        }
    }

    private void attempt(OutgoingWebhook outgoing, int attempt) {
        WebhookDelivery delivery = deliver(outgoing, attempt);
        List<Duration> waits = settings.repeats();
        if (delivery.isToBeRepeated() && attempt <= waits.size()) {
            Duration wait = longer(waits.get(attempt - 1), delivery.outcome());
            // no turn of its message: as with any queue of jobs, what failed is overtaken
            send(Turn.free(time.now().plus(wait)), outgoing, attempt + 1);
        }
    }

    private static Duration longer(Duration wait, Outcome outcome) {
        return outcome instanceof Answered answered
                        && answered.retryAfter() != null
                        && answered.retryAfter().compareTo(wait) > 0
                ? answered.retryAfter()
                : wait;
    }

    private WebhookDelivery deliver(OutgoingWebhook outgoing, int attempt) {
        Outcome outcome = pool.send(outgoing.url(), SignedForm.bytes(outgoing.body()), outgoing.signature());
        return log.add(number -> new WebhookDelivery(
                number,
                outgoing.messageId(),
                outgoing.url(),
                outgoing.body(),
                outgoing.signature(),
                outcome,
                time.now(),
                attempt,
                outgoing.forgery()));
    }

    /**
     * Returns the log of all attempts.
     *
     * @return in the order the attempts ended
     */
    public BoundedLog<WebhookDelivery> deliveries() {
        return log;
    }

    /**
     * Waits until no webhook is under way. It doesn't wait for late webhooks and repeats that are not yet due.
     *
     * @param timeout the longest to wait, in real time
     * @throws IllegalStateException when there still are some after that, or the thread is interrupted
     */
    public void awaitQuiet(Duration timeout) {
        attempts.awaitNone(timeout);
    }

    /** Stops sending. Attempts that are running are not logged. */
    @Override
    public void close() {
        attempts.close();
    }
}
