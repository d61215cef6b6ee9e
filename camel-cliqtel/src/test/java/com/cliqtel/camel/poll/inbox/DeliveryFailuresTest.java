/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import com.cliqtel.camel.model.Sms;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryFailuresTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    // the clock of a machine may pass through zero
    private final AtomicLong nanos = new AtomicLong(-SECOND / 2);
    private final DeliveryFailures failures = new DeliveryFailures(Duration.ofSeconds(1), nanos::get);

    private static NewMessage news(long id, String state) {
        return new NewMessage(Sms.of(Map.of("id", id)), state, Instant.EPOCH, Instant.EPOCH);
    }

    @Test
    void allowsAMessageAgainWhenThePauseIsOver() {
        NewMessage news = news(1, "");
        assertThat(failures.allow(news)).isTrue();
        failures.add(news);
        assertThat(failures.allow(news)).isFalse();
        nanos.addAndGet(SECOND - 1);
        assertThat(failures.allow(news)).isFalse();
        nanos.addAndGet(1);
        assertThat(failures.allow(news)).isTrue();
        failures.add(news);
        assertThat(failures.allow(news)).isFalse();
    }

    @Test
    void holdsBackNoOtherMessage() {
        failures.add(news(1, ""));
        assertThat(failures.allow(news(2, ""))).isTrue();
        assertThat(failures.add(news(2, ""))).isEqualTo(1);
    }

    @Test
    void countsUntilTheMessageIsForgotten() {
        NewMessage news = news(1, "");
        assertThat(failures.add(news)).isEqualTo(1);
        assertThat(failures.add(news)).isEqualTo(2);
        failures.forget(news);
        assertThat(failures.allow(news)).isTrue();
        assertThat(failures.add(news)).isEqualTo(1);
    }

    @Test
    void startsAtZeroInANewState() {
        failures.add(news(1, "sent"));
        failures.add(news(1, "sent"));
        assertThat(failures.allow(news(1, "delivered"))).isTrue();
        assertThat(failures.add(news(1, "delivered"))).isEqualTo(1);
    }

    @Test
    void withoutAPauseAllowsAtOnce() {
        DeliveryFailures without = new DeliveryFailures(Duration.ZERO, nanos::get);
        without.add(news(1, ""));
        assertThat(without.allow(news(1, ""))).isTrue();
    }

    @Test
    void writesOnlyANumber() {
        failures.add(news(1, ""));
        assertThat(failures).hasToString("Failures[1]");
    }
}
