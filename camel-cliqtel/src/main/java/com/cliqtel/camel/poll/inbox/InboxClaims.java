/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import com.cliqtel.camel.ledger.CheckedLedger;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Closing;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.ledger.LedgerKey;

/**
 * The entries of a reader in the ledger: its position, and an entry for each message in each state. With them a message is
 * delivered once over several nodes and restarts. Thread-safe.
 */
final class InboxClaims {

    /** How often to call {@link #renew()}: four times in a lease. */
    static final Duration RENEWAL = Duration.ofSeconds(30);

    private static final Duration LEASE = RENEWAL.multipliedBy(4);

    private final Ledger ledger;
    private final String name;
    // the same for all messages, so that a take can be repeated if its answer was lost, at the next poll
    private final String owner = Hold.newOwner();
    private final Map<String, Hold> held = new ConcurrentHashMap<>();

    /** @param name the name of the reader's position, the same after a restart; no secret */
    InboxClaims(Ledger ledger, String name) {
        this.ledger = new CheckedLedger(ledger);
        this.name = name;
    }

    /**
     * Takes a message.
     *
     * @throws LedgerException when the ledger fails, so that the message must not be given to the route
     */
    Claim.State take(NewMessage message) {
        Hold hold = new Hold(key(message), owner);
        Claim claim = ledger.take(hold, LEASE);
        if (claim.isTaken()) {
            held.put(hold.key(), hold);
        }
        return claim.state();
    }

    /**
     * Extends the leases of the messages that this process has.
     *
     * @throws LedgerException when the ledger fails for some of them; the others are renewed
     */
    void renew() {
        AtomicReference<LedgerException> failed = new AtomicReference<>();
        held.values().forEach(hold -> {
            try {
                ledger.renew(hold, LEASE, null);
            } catch (LedgerException failure) {
                failed.set(failure);
            }
        });
        if (failed.get() != null) {
            throw failed.get();
        }
    }

    /** Returns whether this process has messages in delivery. */
    boolean isHolding() {
        return !held.isEmpty();
    }

    /**
     * Closes a message's entry.
     *
     * @throws LedgerException when the ledger fails, or another node has the message
     */
    void done(NewMessage message) {
        Hold hold = held.remove(key(message));
        if (hold != null && ledger.close(hold, "", null) == Closing.LOST && !isClosedLate(hold.key())) {
            throw new LedgerException("another node has " + hold.key(), null);
        }
    }

    // another node may have had it while this process was paused
    private boolean isClosedLate(String key) {
        Hold again = Hold.of(key);
        Claim found = ledger.take(again, LEASE);
        return found.state() == Claim.State.CLOSED
                || found.isTaken() && ledger.close(again, "", null) == Closing.CLOSED;
    }

    /**
     * Frees the message, unless another node has it.
     *
     * @throws LedgerException when the ledger fails
     */
    void release(NewMessage message) {
        Hold hold = held.remove(key(message));
        if (hold != null) {
            ledger.free(hold);
        }
    }

    /**
     * Returns the reader's position.
     *
     * @throws LedgerException when it cannot be known
     * @throws IllegalStateException when the stored position can't be read; a new beginning would lose or repeat messages
     */
    Optional<InboxPosition> position() {
        return ledger.position(name).map(text -> {
            try {
                return InboxPositionText.read(text);
            } catch (IllegalArgumentException unreadable) {
                throw new IllegalStateException(
                        "the position " + name + " in the ledger cannot be read: " + unreadable.getMessage()
                                + ". Delete it there, and set startFrom to where reading should begin");
            }
        });
    }

    /** @throws LedgerException when it cannot be noted */
    void position(InboxPosition position) {
        ledger.position(name, InboxPositionText.write(position));
    }

    private String key(NewMessage message) {
        String id = Long.toString(message.id());
        return message.state().isEmpty() ? LedgerKey.below(name, id) : LedgerKey.below(name, id, message.state());
    }

    @Override
    public String toString() {
        return name;
    }
}
