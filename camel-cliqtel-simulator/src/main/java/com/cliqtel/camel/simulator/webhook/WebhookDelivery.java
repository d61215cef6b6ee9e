/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * An attempt to send a webhook.
 *
 * @param number of all attempts, in the order they ended, from 1
 * @param messageId of the message it reports; 0 for one sent by hand
 * @param url where to
 * @param body what
 * @param signature the value of its {@code X-Cliqtel-Signature} header; empty for none
 * @param outcome what came of it
 * @param at when it ended, in the simulator's time
 * @param attempt which attempt it was, from 1
 * @param forgery how it is forged; null when the account made it
 */
public record WebhookDelivery(
        long number,
        long messageId,
        String url,
        String body,
        String signature,
        Outcome outcome,
        Instant at,
        int attempt,
        Forgery forgery) {

    /** Who made a webhook. */
    public enum Origin {
        /** The account: it is rightly signed. */
        ACCOUNT,
        /** An attacker without the secret. */
        FORGER
    }

    /** What came of a webhook. */
    public sealed interface Outcome {}

    /**
     * Somebody answered.
     *
     * @param status the HTTP status
     * @param retryAfter the value of {@code Retry-After} in seconds; null if it is no number
     */
    public record Answered(int status, Duration retryAfter) implements Outcome {

        /**
         * Somebody answered and did not say when to come again.
         *
         * @param status the HTTP status
         */
        public Answered(int status) {
            this(status, null);
        }
    }

    /**
     * Nobody answered.
     *
     * @param reason why not, for people
     */
    public record Failed(String reason) implements Outcome {}

    /**
     * Who made it.
     *
     * @return {@link Origin#FORGER} for one that is forged
     */
    public Origin origin() {
        return forgery == null ? Origin.ACCOUNT : Origin.FORGER;
    }

    /**
     * Whether it makes sense to send it again: no answer, or a 5xx or 429.
     *
     * @return false when it was answered otherwise
     */
    public boolean isToBeRepeated() {
        return !(outcome instanceof Answered answered) || answered.status() / 100 == 5 || answered.status() == 429;
    }

    /**
     * Whether it arrived.
     *
     * @return true when it was answered with a 2xx status
     */
    public boolean isAccepted() {
        return outcome instanceof Answered answered && answered.status() / 100 == 2;
    }
}
