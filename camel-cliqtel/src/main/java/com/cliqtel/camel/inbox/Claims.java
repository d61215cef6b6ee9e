/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.inbox;

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
 * What a reader keeps in the ledger: its position, and a key for each message in each state, so that two nodes, or one that was
 * killed and started again, don't both tell of it.
 */
final class Claims {

    // longer than a route should take: whoever takes over may do it again
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int MAX_STATE = 200;

    private final Ledger ledger;
    private final String name;
    private final LongSupplier nanos;
    // when the lease of each key that this process holds may have begun
    private final Map<String, Long> held = new ConcurrentHashMap<>();

    /** @param name the reader's name, the same after a restart; no secret */
    Claims(Ledger ledger, String name) {
        this(ledger, name, LeaseClock.SYSTEM);
    }

    Claims(Ledger ledger, String name, LongSupplier nanos) {
        this.ledger = new CheckedLedger(ledger);
        this.name = name;
        this.nanos = nanos;
    }

    /** @throws LedgerException when the ledger fails, so that the message must not be given to the route */
    Claim.State claim(News news) {
        long asked = nanos.getAsLong();
        Claim.State state = ledger.claim(key(news), LEASE).state();
        if (state == Claim.State.NEW || state == Claim.State.EXPIRED) {
            held.put(key(news), asked);
        }
        return state;
    }

    /** @throws LedgerException when the ledger fails */
    void done(News news) {
        held.remove(key(news));
        ledger.done(key(news), "");
    }

    /**
     * Frees the message, unless its lease is over: another node may be processing it then.
     *
     * @throws LedgerException when the ledger fails
     */
    void release(News news) {
        Long asked = held.remove(key(news));
        if (asked != null && nanos.getAsLong() - asked < LEASE.toNanos()) {
            ledger.release(key(news));
        }
    }

    /**
     * Where the reader was.
     *
     * @throws LedgerException when it cannot be known
     * @throws IllegalStateException when it is kept and cannot be read: beginning anew would lose or repeat messages
     */
    Optional<Position> position() {
        return ledger.position(name).map(text -> {
            try {
                return PositionText.read(text);
            } catch (IllegalArgumentException unreadable) {
                throw new IllegalStateException(
                        "the position " + name + " in the ledger cannot be read: " + unreadable.getMessage()
                                + ". Delete it there, and set startFrom to where reading should begin");
            }
        });
    }

    /** @throws LedgerException when it cannot be noted */
    void position(Position position) {
        ledger.position(name, PositionText.write(position));
    }

    private String key(News news) {
        String state = URLEncoder.encode(news.state(), StandardCharsets.UTF_8);
        return name + ":" + news.id()
                + (state.isEmpty() ? "" : ":" + state.substring(0, Math.min(MAX_STATE, state.length())));
    }

    @Override
    public String toString() {
        return name;
    }
}
