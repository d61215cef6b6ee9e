/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.util.ArrayList;
import java.util.List;

import com.cliqtel.camel.proofs.sends.SendOutcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutboxTest {

    private static final SendOutcome UNKNOWN = SendOutcome.without(SendOutcome.Kind.UNKNOWN);

    private final List<Order> handed = new ArrayList<>();
    private final Outbox outbox = new Outbox(1, (node, order) -> handed.add(order));

    private static Order order(String key) {
        return new Order(7, key, SoakPlan.NUMBER, "+31612345678", "Hello");
    }

    @Test
    void holdsOrdersWhileTheContextIsDown() {
        outbox.down(1);
        outbox.hand(1, order(""));
        assertThat(handed).isEmpty();
        assertThat(outbox.isEmpty()).isFalse();
        outbox.up(1);
        assertThat(handed).hasSize(1);
    }

    @Test
    void repeatsAnOrderWithAKeyUntilItsOutcomeIsKnown() {
        outbox.hand(0, order("key"));
        outbox.told(7, UNKNOWN);
        assertThat(outbox.isEmpty()).isFalse();
        outbox.handAgain();
        assertThat(handed).hasSize(2);
        outbox.told(7, SendOutcome.sent(42));
        outbox.handAgain();
        assertThat(handed).hasSize(2);
        assertThat(outbox.isEmpty()).isTrue();
    }

    @Test
    void givesOutAnOrderWithoutAKeyOnce() {
        outbox.hand(0, order(""));
        outbox.told(7, UNKNOWN);
        outbox.handAgain();
        assertThat(handed).hasSize(1);
        assertThat(outbox.isEmpty()).isTrue();
    }

    @Test
    void theNumberOfHandoversIsLimited() {
        outbox.hand(0, order("key"));
        for (int i = 0; i < 100; i++) {
            outbox.told(7, UNKNOWN);
            outbox.handAgain();
        }
        assertThat(handed).hasSize(20);
        assertThat(outbox.isEmpty()).isTrue();
    }
}
