/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import com.cliqtel.camel.ledger.CheckedLedger;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.LeaseClock;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;

/**
 * The entries of a reader in the ledger: its position, and a key for each message in each state. With them a message is
 * delivered once over several nodes and restarts.
 */
final class InboxClaims {

    // longer than a route should take, since a node that takes over may deliver the message again
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int MAX_STATE = 200;

    private final Ledger ledger;
    private final String name;
    private final LongSupplier nanos;
    // the earliest possible beginning of the lease of each key that this process holds
    private final Map<String, Long> held = new ConcurrentHashMap<>();

    /** @param name the reader's name, the same after a restart; no secret */
    InboxClaims(Ledger ledger, String name) {
        this(ledger, name, LeaseClock.SYSTEM);
    }

    InboxClaims(Ledger ledger, String name, LongSupplier nanos) {
        this.ledger = new CheckedLedger(ledger);
        this.name = name;
        this.nanos = nanos;
    }

    /** @throws LedgerException when the ledger fails, so that the message must not be given to the route */
    Claim.State claim(NewMessage message) {
        long asked = nanos.getAsLong();
        Claim.State state = ledger.claim(key(message), LEASE).state();
        if (state == Claim.State.NEW || state == Claim.State.EXPIRED) {
            held.put(key(message), asked);
        }
        return state;
    }

    /** @throws LedgerException when the ledger fails */
    void done(NewMessage message) {
        held.remove(key(message));
        ledger.done(key(message), "");
    }

    /**
     * Frees the message, unless its lease is over: another node may be processing it then.
     *
     * @throws LedgerException when the ledger fails
     */
    void release(NewMessage message) {
        Long asked = held.remove(key(message));
        if (asked != null && nanos.getAsLong() - asked < LEASE.toNanos()) {
            ledger.release(key(message));
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
        String state = URLEncoder.encode(message.state(), StandardCharsets.UTF_8);
        return name + ":" + message.id()
                + (state.isEmpty() ? "" : ":" + state.substring(0, Math.min(MAX_STATE, state.length())));
    }

    @Override
    public String toString() {
        return name;
    }
}
