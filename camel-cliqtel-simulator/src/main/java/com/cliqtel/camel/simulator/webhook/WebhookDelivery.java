/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.webhook;

import java.time.Instant;

/**
 * A webhook that was sent, or at least attempted; there is one attempt for each.
 *
 * @param messageId of the message it reports
 * @param url where to
 * @param body what
 * @param signature the value of its {@code X-Cliqtel-Signature} header
 * @param outcome what came of it
 * @param at when it ended, in the simulator's time
 */
public record WebhookDelivery(long messageId, String url, String body, String signature, Outcome outcome, Instant at) {

    /** What came of a webhook. */
    public sealed interface Outcome {}

    /**
     * Somebody answered.
     *
     * @param status the HTTP status
     */
    public record Answered(int status) implements Outcome {}

    /**
     * Nobody answered.
     *
     * @param reason why not, for people
     */
    public record Failed(String reason) implements Outcome {}

    /**
     * Whether it arrived.
     *
     * @return true when it was answered with a 2xx status
     */
    public boolean isAccepted() {
        return outcome instanceof Answered answered && answered.status() / 100 == 2;
    }
}
