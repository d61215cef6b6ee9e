/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.send.reconcile.SendOrders.TIME;
import static com.cliqtel.camel.send.reconcile.SendOrders.TO;
import static org.assertj.core.api.Assertions.assertThat;

/** Whose messages may still turn up. */
class AbandonedSendsTest {

    private static final SmsSimilarity SMS = SmsSimilarity.of(TO, "canary");
    private static final Duration HOUR = Duration.ofHours(1);

    private final AbandonedSends givenUp = new AbandonedSends();

    private int others(String owner, Instant now) {
        return (int) givenUp.owners(SMS, now).stream()
                .filter(each -> !each.equals(owner))
                .count();
    }

    @Test
    void keepsItsOwnKeysAndLeavesThoseOfOthers() {
        givenUp.add(SMS, "a", TIME);
        givenUp.add(SMS, "b", TIME);
        givenUp.add(SmsSimilarity.of(TO, "another"), "c", TIME);
        assertThat(others("a", TIME)).isEqualTo(1);
        assertThat(others("stranger", TIME)).isEqualTo(2);
        assertThat(givenUp.size()).isEqualTo(3);
    }

    @Test
    void countsEachSendOnce() {
        givenUp.add(SMS, "a", TIME);
        givenUp.add(SMS, "a", TIME.plusSeconds(1));
        assertThat(others("b", TIME)).isEqualTo(1);
    }

    @Test
    void forgetsASendWhenItsMessageIsFound() {
        givenUp.add(SMS, "a", TIME);
        givenUp.add(SMS, "b", TIME);
        givenUp.remove(SMS, "a");
        givenUp.remove(SMS, "nobody");
        assertThat(others("c", TIME)).isEqualTo(1);
        givenUp.remove(SMS, "b");
        assertThat(others("c", TIME)).isZero();
        assertThat(givenUp.size()).isZero();
    }

    @Test
    void remembersEachForAnHour() {
        givenUp.add(SMS, "a", TIME);
        assertThat(others("b", TIME.plus(HOUR))).isEqualTo(1);
        assertThat(others("b", TIME.plus(HOUR).plusNanos(1))).isZero();
    }

    @Test
    void abandoningAKeyTwiceDoesNotKeepOthersFromBeingForgotten() {
        givenUp.add(SMS, "again and again", TIME);
        givenUp.add(SMS, "once", TIME.plusSeconds(60));
        givenUp.add(SMS, "again and again", TIME.plus(HOUR));
        assertThat(others("stranger", TIME.plus(HOUR).plusSeconds(120))).isEqualTo(1);
    }

    @Test
    void forgetsTheOldValueWhenANewOneArrives() {
        givenUp.add(SMS, "a", TIME);
        givenUp.add(SMS, "b", TIME.plus(HOUR).plusNanos(1));
        assertThat(givenUp.size()).isEqualTo(1);
    }

    @Test
    void remembersTheNewestTenThousand() {
        for (int i = 0; i <= 10_000; i++) {
            givenUp.add(SMS, "owner " + i, TIME);
        }
        assertThat(others("stranger", TIME)).isEqualTo(10_000);
        assertThat(others("owner 0", TIME)).as("the oldest is forgotten").isEqualTo(10_000);
        assertThat(others("owner 1", TIME)).isEqualTo(9_999);
    }
}
