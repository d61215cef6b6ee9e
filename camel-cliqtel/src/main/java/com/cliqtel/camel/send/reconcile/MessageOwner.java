/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;

import com.cliqtel.camel.ledger.Closing;
import com.cliqtel.camel.ledger.LedgerException;

/** An SMS as the owner of the message that it becomes. Thread-safe. */
sealed interface MessageOwner permits KeyHold, MessageOwner.WithoutKey {

    /** Returns the name of its entry in the ledger; the same at each redelivery. */
    String name();

    /** Returns whether this process may send the SMS. */
    boolean isHeld();

    /**
     * Begins a new lease for the search for the SMS.
     *
     * @return false when another node has it
     * @throws LedgerException when the ledger fails, so that another node may have it
     */
    boolean renewToSearch(Duration lease, UnsettledSend known);

    /**
     * Begins a new lease for a further attempt.
     *
     * @return false when another node has it
     * @throws LedgerException when the ledger fails, so that another node may have it
     */
    boolean renewToSend(Duration lease, UnsettledSend known);

    /**
     * Notes that the SMS is this message.
     *
     * @return CLOSED; LOST when the SMS is known to be another message; MESSAGE_TAKEN when the message is another SMS
     * @throws LedgerException when it can't be noted
     */
    Closing became(long id);

    /** An SMS without an idempotency key, which no other node can have. */
    record WithoutKey(SendClaims claims, String name) implements MessageOwner {

        @Override
        public boolean isHeld() {
            return true;
        }

        @Override
        public boolean renewToSearch(Duration lease, UnsettledSend known) {
            return true;
        }

        @Override
        public boolean renewToSend(Duration lease, UnsettledSend known) {
            return true;
        }

        @Override
        public Closing became(long id) {
            return claims.own(name, id) ? Closing.CLOSED : Closing.MESSAGE_TAKEN;
        }
    }
}
