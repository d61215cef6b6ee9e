/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.model.Sms;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The claims of two nodes that poll the same, by a clock of the test's. */
class InboxClaimsTest {

    private static final Duration LEASE = Duration.ofMinutes(5);

    private final AtomicLong nanos = new AtomicLong();
    private final Ledger ledger = MemoryLedger.withClock(MemoryLedger.DEFAULT_CAPACITY, nanos::get);
    private final InboxClaims one = new InboxClaims(ledger, "inbound:account:all", nanos::get);
    private final InboxClaims other = new InboxClaims(ledger, "inbound:account:all", nanos::get);
    private final NewMessage news = new NewMessage(Sms.of(Map.of("id", 42)), "", Instant.EPOCH, Instant.EPOCH);

    @Test
    void aNodeFreesWhatItsRouteFailedAt() {
        one.claim(news);
        nanos.addAndGet(LEASE.toNanos() - 1);
        one.release(news);
        assertThat(other.claim(news)).isEqualTo(Claim.State.NEW);
    }

    @Test
    void aNodeThatStoodStillBeyondItsLeaseFreesNothingOfAnotherNode() {
        one.claim(news);
        nanos.addAndGet(LEASE.toNanos());
        assertThat(other.claim(news)).isEqualTo(Claim.State.EXPIRED);
        one.release(news);
        assertThat(one.claim(news)).isEqualTo(Claim.State.IN_PROGRESS);
        other.done(news);
        assertThat(one.claim(news)).isEqualTo(Claim.State.DONE);
    }

    @Test
    void aNodeFreesNothingThatItWasNotGiven() {
        one.claim(news);
        assertThat(other.claim(news)).isEqualTo(Claim.State.IN_PROGRESS);
        other.release(news);
        assertThat(other.claim(news)).isEqualTo(Claim.State.IN_PROGRESS);
    }
}
