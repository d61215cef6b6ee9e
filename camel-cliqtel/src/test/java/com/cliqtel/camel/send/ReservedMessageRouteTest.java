/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.fixture.ForwardingLedger;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.ledger.Closing;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.ledger.Owners;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A message that was found while another node, or a process that died, was about to take it. */
class ReservedMessageRouteTest {

    private static final String SEND = "cliqtel:send?to=+31612345678&unknownOutcome=resend";

    private final TestAccount account;

    ReservedMessageRouteTest(@SimulatedAccount Cliqtel cliqtel) {
        account = TestAccount.of(cliqtel);
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private void setUp(Ledger ledger) {
        CliqtelComponent component = account.component();
        component.getLedger().setLedger(ledger);
        component.getConnection().setRequestTimeout(Duration.ofMillis(800));
        component.getRetry().setMaxWait(Duration.ZERO);
        component.getRetry().setMaxRetries(0);
        component.getSend().setSettlingTime(Duration.ofMillis(400));
        account.simulator()
                .faults()
                .add(FaultRule.sends(Fault.afterAcceptance(Symptom.reset())).next(1));
    }

    private Exchange handOver() {
        return account.call(SEND, "canary", Map.of(CliqtelConstants.IDEMPOTENCY_KEY, "order-1"));
    }

    @Test
    void aMessageIsFoundAgainAfterItsProcessDied() {
        Dying ledger = new Dying();
        setUp(ledger);
        assertThat(handOver().getException()).isInstanceOf(CliqtelUnavailableException.class);
        ledger.dead.set(false);
        Exchange again = await().until(this::handOver, out -> out.getException() == null);
        assertThat(again.getMessage().getHeader(CliqtelConstants.RECONCILED)).isEqualTo(true);
        assertThat(account.simulator().messages()).hasSize(1);
    }

    @Test
    void nothingIsSentAgainWhileAnotherNodesOpenSendMayOwnTheMessage() {
        Contested ledger = new Contested();
        setUp(ledger);
        assertThat(handOver().getException())
                .isInstanceOfSatisfying(CliqtelUnavailableException.class, failure -> assertThat(failure.getOutcome())
                        .isEqualTo(Outcome.UNKNOWN));
        assertThat(account.simulator().messages()).hasSize(1);

        ledger.isOpen.set(false);
        Exchange again = handOver();
        assertThat(again.getMessage().getHeader(CliqtelConstants.RECONCILED)).isEqualTo(true);
        assertThat(account.simulator().messages()).hasSize(1);
    }

    @Test
    void aMessageThatAnotherNodeTakesInBetweenIsNotOurs() {
        AtomicBoolean first = new AtomicBoolean(true);
        setUp(new ForwardingLedger() {
            @Override
            public Closing close(Hold hold, String record, String message) {
                if (first.getAndSet(false)) {
                    own("once:another-node", message);
                }
                return super.close(hold, record, message);
            }
        });
        Exchange out = handOver();
        assertThat(out.getException()).isNull();
        assertThat(account.simulator().messages()).hasSize(2);
        assertThat(out.getMessage().getHeader(CliqtelConstants.MESSAGE_ID))
                .as("the message of the second POST, since the first one is the other node's")
                .isEqualTo(account.simulator().messages().get(1).id());
    }

    /** Fails when a message is to be noted, as a process that dies then. */
    private static final class Dying extends ForwardingLedger {

        private final AtomicBoolean dead = new AtomicBoolean(true);

        @Override
        public Closing close(Hold hold, String record, String message) {
            check();
            return super.close(hold, record, message);
        }

        @Override
        public boolean keep(Hold hold, String record) {
            check();
            return super.keep(hold, record);
        }

        private void check() {
            if (dead.get()) {
                throw new LedgerException("a test's ledger died", null);
            }
        }
    }

    /** Another node has an open send that looks alike. */
    private static final class Contested extends ForwardingLedger {

        private final AtomicBoolean isOpen = new AtomicBoolean(true);

        @Override
        public Owners find(Collection<String> messages, String likeness) {
            Owners found = super.find(messages, likeness);
            return isOpen.get() ? new Owners(found.byMessage(), Set.of("send:of-another-node")) : found;
        }
    }
}
