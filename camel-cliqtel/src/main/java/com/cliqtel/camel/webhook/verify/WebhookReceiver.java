/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.util.Optional;

import com.cliqtel.camel.model.WebhookContent;

/**
 * Verifies webhook requests and reads their events (the reference's section "Delivery Status Webhooks").
 *
 * <p>Reads an event only from the bytes that are covered by a valid signature. Takes time in proportion to the body, and
 * doesn't read the body without a well-formed signature. Stateless; thread-safe if the policy's clock is.
 */
public final class WebhookReceiver {

    private final WebhookPolicy policy;

    public WebhookReceiver(WebhookPolicy policy) {
        this.policy = policy;
    }

    /**
     * Returns the verdict on a request. Throws no exception for any content of a request.
     *
     * <p>An event with a missing or unreadable {@code timestamp} is accepted, since the signature already proves its origin.
     */
    public Verdict receive(WebhookRequest request) {
        if (!request.isPost()) {
            return answered(HttpAnswer.NOT_POST);
        }
        if (!request.isJson() || !request.isPlain()) {
            return answered(HttpAnswer.NOT_JSON);
        }
        if (!(request.payload() instanceof RequestBody.Whole body)) {
            return answered(HttpAnswer.TOO_LARGE);
        }
        Optional<SignedContent.Verified> verified = verified(body, new SignatureHeader(request.signatures()));
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

    private Optional<SignedContent.Verified> verified(RequestBody.Whole body, SignatureHeader signatures) {
        // a request that can't match must not cost the work on its body
        return signatures.none()
                ? Optional.empty()
                : policy.signedContent()
                        .verified(body.bytes(), bytes -> policy.verifier().signed(bytes, signatures));
    }

    private static Verdict answered(HttpAnswer answer) {
        return new Verdict.Answered(answer);
    }
}
