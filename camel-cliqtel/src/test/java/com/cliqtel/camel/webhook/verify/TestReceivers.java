/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Receivers for tests: they know {@link TestRequest#SECRET}, and it is ten seconds after the reference's webhook. */
final class TestReceivers {

    static final Instant NOW = Instant.parse("2026-04-03T10:15:43Z");
    static final Duration MAX_AGE = Duration.ofHours(1);

    private TestReceivers() {}

    static WebhookReceiver of(SignedContent signedContent) {
        return of(signedContent, Set.of(), Set.of());
    }

    static WebhookReceiver of(SignedContent signedContent, Set<String> events, Set<String> statuses) {
        return new WebhookReceiver(new WebhookPolicy(
                new SignatureVerifier(List.of(TestRequest.SECRET)),
                signedContent,
                new SignedTime(MAX_AGE, new MachineClock(InstantSource.fixed(NOW), () -> 0), Optional::of),
                events,
                statuses));
    }
}
