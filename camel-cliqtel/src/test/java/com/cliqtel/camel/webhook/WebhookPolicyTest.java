/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WebhookPolicyTest {

    private static final OffsetDateTime LONG_AGO = OffsetDateTime.MIN;
    private static final OffsetDateTime FAR_AHEAD = OffsetDateTime.MAX;

    @Test
    void letsAWeekPassUnlessToldOtherwise() {
        WebhookPolicy policy = policy(WebhookPolicy.DEFAULT_MAX_AGE);
        OffsetDateTime weekAgo = Receivers.NOW.minus(Duration.ofDays(7)).atOffset(ZoneOffset.UTC);
        assertThat(policy.isTooOld(weekAgo)).isFalse();
        assertThat(policy.isTooOld(weekAgo.minusNanos(1))).isTrue();
    }

    @Test
    void toleratesFiveMinutesOfTheFuture() {
        WebhookPolicy policy = policy(WebhookPolicy.DEFAULT_MAX_AGE);
        OffsetDateTime inFiveMinutes = Receivers.NOW.plus(Duration.ofMinutes(5)).atOffset(ZoneOffset.UTC);
        assertThat(policy.isFromTheFuture(inFiveMinutes)).isFalse();
        assertThat(policy.isFromTheFuture(inFiveMinutes.plusNanos(1))).isTrue();
    }

    @Test
    void judgesTimesAtTheEndsOfTheCalendar() {
        WebhookPolicy forever = policy(Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(forever.isTooOld(LONG_AGO)).isFalse();
        assertThat(forever.isFromTheFuture(LONG_AGO)).isFalse();
        assertThat(forever.isTooOld(FAR_AHEAD)).isFalse();
        assertThat(forever.isFromTheFuture(FAR_AHEAD)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void needsAnAge(Duration maxAge) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(maxAge))
                .withMessageContaining("maxAge")
                .withMessageContaining("greater than zero");
    }

    @Test
    void saysNothingOfItsSecrets() {
        assertThat(policy(Receivers.MAX_AGE).toString()).doesNotContain(Sent.SECRET);
    }

    private static WebhookPolicy policy(Duration maxAge) {
        return new WebhookPolicy(
                new SignatureVerifier(List.of(Sent.SECRET)),
                SignedContent.AUTO,
                maxAge,
                Set.of(),
                Set.of(),
                InstantSource.fixed(Receivers.NOW));
    }
}
