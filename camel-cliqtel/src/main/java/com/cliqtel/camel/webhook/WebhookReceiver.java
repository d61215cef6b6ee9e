/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.util.Optional;

import com.cliqtel.camel.model.WebhookContent;

/**
 * Judges requests: is it from Cliqtel, and what does it say (the reference's section "Delivery Status Webhooks").
 *
 * <p>Believes nothing that isn't signed, and reads the event from the very bytes that are. Takes time in proportion to
 * the body, and doesn't look at the body unless a well-formed signature came with it. Stateless; thread-safe if the
 * policy's clock is.
 */
public final class WebhookReceiver {

    private final WebhookPolicy policy;

    /** Judges by this policy. */
    public WebhookReceiver(WebhookPolicy policy) {
        this.policy = policy;
    }

    /**
     * The verdict on a request. Throws for nothing that a request can contain.
     *
     * <p>An event whose {@code timestamp} is missing or unreadable is accepted: the time proves nothing that the
     * signature doesn't.
     */
    public Verdict receive(WebhookRequest request) {
        if (!request.isPost()) {
            return answered(HttpAnswer.NOT_POST);
        }
        if (!request.isJson() || !request.isPlain()) {
            return answered(HttpAnswer.NOT_JSON);
        }
        if (!(request.payload() instanceof Payload.Whole body)) {
            return answered(HttpAnswer.TOO_LARGE);
        }
        Optional<SignedContent.Verified> verified = verified(body, new Signatures(request.signatures()));
        if (verified.isEmpty()) {
            return answered(HttpAnswer.FORBIDDEN);
        }
        WebhookContent event = verified.get().event().orElse(null);
        if (event == null) {
            return answered(HttpAnswer.NOT_AN_EVENT);
        }
        return policy.refusal(event)
                .<Verdict>map(answer -> new Verdict.Answered(answer, Optional.of(event)))
                .orElseGet(() -> new Verdict.Accepted(event));
    }

    private Optional<SignedContent.Verified> verified(Payload.Whole body, Signatures signatures) {
        // what cannot match shall not cost us the work on its body
        return signatures.none()
                ? Optional.empty()
                : policy.signedContent()
                        .verified(body.bytes(), bytes -> policy.verifier().signed(bytes, signatures));
    }

    private static Verdict answered(HttpAnswer answer) {
        return new Verdict.Answered(answer);
    }
}
