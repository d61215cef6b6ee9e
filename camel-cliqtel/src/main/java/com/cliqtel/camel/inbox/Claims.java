/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.inbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import com.cliqtel.camel.ledger.CheckedLedger;
import com.cliqtel.camel.ledger.Claim;
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

    /** @param name what tells the reader from others, over restarts; no secret */
    Claims(Ledger ledger, String name) {
        this.ledger = new CheckedLedger(ledger);
        this.name = name;
    }

    /** @throws LedgerException when it cannot be known */
    Claim.State claim(News news) {
        return ledger.claim(key(news), LEASE).state();
    }

    /** @throws LedgerException when it cannot be noted */
    void done(News news) {
        ledger.done(key(news), "");
    }

    /** @throws LedgerException when it cannot be noted */
    void release(News news) {
        ledger.release(key(news));
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
