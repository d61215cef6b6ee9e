/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.fixture.ForwardingLedger;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A message that was found, and that somebody has reserved without saying yet that it is his. */
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
    void reservationOutlivesItsProcess() {
        Dying ledger = new Dying();
        setUp(ledger);
        handOver();
        ledger.revive();
        Exchange again = await().until(this::handOver, out -> out.getException() == null);
        assertThat(again.getMessage().getHeader(CliqtelConstants.RECONCILED)).isEqualTo(true);
        assertThat(account.simulator().messages()).hasSize(1);
    }

    @Test
    void sendsNothingAgainWhileAnotherNodeDecides() {
        setUp(new Reserved());
        assertThat(handOver().getException())
                .isInstanceOfSatisfying(CliqtelUnavailableException.class, failure -> assertThat(failure.getOutcome())
                        .isEqualTo(Outcome.UNKNOWN));
        assertThat(account.simulator().messages()).hasSize(1);
    }

    /** Dies when it has reserved a message, as its process would. */
    private static final class Dying extends ForwardingLedger {

        private final AtomicBoolean dead = new AtomicBoolean();

        void revive() {
            dead.set(false);
        }

        @Override
        public Claim claim(String key, Duration lease, String record) {
            Claim claim = super.claim(key, lease, record);
            if (key.startsWith("sms:") && claim.state() == Claim.State.NEW) {
                dead.set(true);
            }
            return claim;
        }

        @Override
        public void done(String key, String record) {
            if (dead.get()) {
                throw new LedgerException("a test's ledger died", null);
            }
            super.done(key, record);
        }
    }

    /** One in which each message is somebody else's just now. */
    private static final class Reserved extends ForwardingLedger {
        @Override
        public Claim claim(String key, Duration lease, String record) {
            return key.startsWith("sms:")
                    ? new Claim(Claim.State.IN_PROGRESS, "somebody else")
                    : super.claim(key, lease, record);
        }
    }
}
