/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.webhook;

import java.time.Duration;
import java.util.List;

/**
 * How webhooks are sent. Random choices (delay, copies, forgery) depend only on the seed, the message and its status. Immutable.
 *
 * @param seed the seed of all random choices
 * @param latest the longest delay, in the simulator's time
 * @param mostCopies the largest number of times that one webhook is sent although it was accepted
 * @param order whether the webhooks of one message wait for each other
 * @param forgedShare the number of additional forged webhooks, as a share of the genuine ones; 0 to 1
 * @param form the form of the payload that is signed
 * @param repeats the waits after failed attempts, until the next one
 * @param connections the largest number of webhooks that are sent at the same time
 */
public record WebhookSettings(
        long seed,
        Duration latest,
        int mostCopies,
        Order order,
        double forgedShare,
        SignedForm form,
        List<Duration> repeats,
        int connections) {

    private static final int CONNECTIONS = 8;

    /** At once, once, in order, none forged, the bytes signed, never repeated, eight at a time. */
    public static final WebhookSettings PLAIN =
            new WebhookSettings(0, Duration.ZERO, 1, Order.OF_CHANGES, 0, SignedForm.RAW, List.of(), CONNECTIONS);

    /** Whether the webhooks of one message wait for each other. */
    public enum Order {
        /** A webhook is sent after the one before it was answered or has timed out. It does not wait for repeats. */
        OF_CHANGES,
        /** Each goes by itself, so that a later one may overtake. */
        ANY
    }

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a time is negative, a share is not 0 to 1, or a number is less than 1
     */
    public WebhookSettings {
        repeats = List.copyOf(repeats);
        if (latest.isNegative() || repeats.stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("webhooks cannot be sent before their time");
        }
        if (mostCopies < 1 || connections < 1 || !(forgedShare >= 0 && forgedShare <= 1)) {
            throw new IllegalArgumentException(
                    "webhooks: 1 or more copies and connections, and a forged share of 0 to 1");
        }
    }

    /**
     * Returns settings with another seed.
     *
     * @param newSeed the seed of all random choices
     * @return another
     */
    public WebhookSettings seeded(long newSeed) {
        return new WebhookSettings(newSeed, latest, mostCopies, order, forgedShare, form, repeats, connections);
    }

    /**
     * Sends each webhook with a random delay. Webhooks of one message stay in order unless {@link #inAnyOrder} is set.
     *
     * @param most the longest delay; zero or more
     * @return another
     */
    public WebhookSettings late(Duration most) {
        return new WebhookSettings(seed, most, mostCopies, order, forgedShare, form, repeats, connections);
    }

    /**
     * Sends each webhook a random number of times, whatever the answer.
     *
     * @param most the largest number of times; 1 or more
     * @return another
     */
    public WebhookSettings copies(int most) {
        return new WebhookSettings(seed, latest, most, order, forgedShare, form, repeats, connections);
    }

    /**
     * Without waiting for the one before: where they are {@link #late} too, a later status overtakes an earlier one.
     *
     * @return another
     */
    public WebhookSettings inAnyOrder() {
        return new WebhookSettings(seed, latest, mostCopies, Order.ANY, forgedShare, form, repeats, connections);
    }

    /**
     * Sends forged webhooks in addition, each with a random {@link Forgery}.
     *
     * @param share their number as a share of the genuine ones; 0 to 1
     * @return another
     */
    public WebhookSettings forged(double share) {
        return new WebhookSettings(seed, latest, mostCopies, order, share, form, repeats, connections);
    }

    /**
     * Signs this form of the payload.
     *
     * @param signed the form
     * @return another
     */
    public WebhookSettings signed(SignedForm signed) {
        return new WebhookSettings(seed, latest, mostCopies, order, forgedShare, signed, repeats, connections);
    }

    /**
     * Repeats a webhook that got no answer, 5xx or 429. Later webhooks of the message don't wait for repeats.
     *
     * @param waits how long after the first attempt the second is made, after the second the third, and so on; in the
     *     simulator's time. The receiver's {@code Retry-After}, in seconds, counts where it is longer
     * @return another
     */
    public WebhookSettings repeats(Duration... waits) {
        return new WebhookSettings(seed, latest, mostCopies, order, forgedShare, form, List.of(waits), connections);
    }

    /**
     * Limits the number of webhooks that are sent at the same time.
     *
     * @param atOnce the limit; 1 or more
     * @return another
     */
    public WebhookSettings connections(int atOnce) {
        return new WebhookSettings(seed, latest, mostCopies, order, forgedShare, form, repeats, atOnce);
    }
}
