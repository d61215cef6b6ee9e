/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.webhook;

import java.time.Duration;
import java.util.List;

/**
 * How webhooks are sent. What is drawn (how late, how often, whether forged) depends on the seed, the message and its status, and
 * on nothing else. Immutable: each method gives another.
 *
 * @param seed decides what is drawn
 * @param latest how late one may be, in the simulator's time
 * @param mostCopies how often one may be sent although it was accepted
 * @param order whether those of one message wait for each other
 * @param forgedShare how many in addition are forged, as a part of the genuine ones
 * @param form what is signed
 * @param repeats how long after an attempt that failed the next one is made
 * @param connections how many may be under way at once
 */
public record WebhookManner(
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
    public static final WebhookManner PLAIN =
            new WebhookManner(0, Duration.ZERO, 1, Order.OF_CHANGES, 0, SignedForm.RAW, List.of(), CONNECTIONS);

    /** Whether the webhooks of one message wait for each other. */
    public enum Order {
        /** Each is sent when the one before was sent and answered, or nobody answered; repeats are not waited for. */
        OF_CHANGES,
        /** Each goes by itself, so that a later one may overtake. */
        ANY
    }

    /**
     * Refuses what makes no sense.
     *
     * @throws IllegalArgumentException when a time is negative, a share not 0 to 1, or a number less than 1
     */
    public WebhookManner {
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
     * With other draws.
     *
     * @param newSeed decides them
     * @return another
     */
    public WebhookManner seeded(long newSeed) {
        return new WebhookManner(newSeed, latest, mostCopies, order, forgedShare, form, repeats, connections);
    }

    /**
     * Up to this late. Those of one message stay in order all the same, unless they are {@link #inAnyOrder}.
     *
     * @param most zero or more
     * @return another
     */
    public WebhookManner late(Duration most) {
        return new WebhookManner(seed, most, mostCopies, order, forgedShare, form, repeats, connections);
    }

    /**
     * One to so many times each, whatever was answered.
     *
     * @param most 1 or more
     * @return another
     */
    public WebhookManner copies(int most) {
        return new WebhookManner(seed, latest, most, order, forgedShare, form, repeats, connections);
    }

    /**
     * Without waiting for the one before: where they are {@link #late} too, a later status overtakes an earlier one.
     *
     * @return another
     */
    public WebhookManner inAnyOrder() {
        return new WebhookManner(seed, latest, mostCopies, Order.ANY, forgedShare, form, repeats, connections);
    }

    /**
     * With forged ones in addition, each by one {@link Forgery} of all.
     *
     * @param share how many, as a part of the genuine ones; 0 to 1
     * @return another
     */
    public WebhookManner forged(double share) {
        return new WebhookManner(seed, latest, mostCopies, order, share, form, repeats, connections);
    }

    /**
     * Signed over this form of the payload.
     *
     * @param signed which
     * @return another
     */
    public WebhookManner signed(SignedForm signed) {
        return new WebhookManner(seed, latest, mostCopies, order, forgedShare, signed, repeats, connections);
    }

    /**
     * Repeated when nobody answered, or with a 5xx or 429. What comes later of the same message does not wait for repeats.
     *
     * @param waits how long after the first attempt the second is made, after the second the third, and so on; in the
     *     simulator's time. The receiver's {@code Retry-After}, in seconds, counts where it is longer
     * @return another
     */
    public WebhookManner repeats(Duration... waits) {
        return new WebhookManner(seed, latest, mostCopies, order, forgedShare, form, List.of(waits), connections);
    }

    /**
     * From so many connections at once.
     *
     * @param atOnce 1 or more
     * @return another
     */
    public WebhookManner connections(int atOnce) {
        return new WebhookManner(seed, latest, mostCopies, order, forgedShare, form, repeats, atOnce);
    }
}
