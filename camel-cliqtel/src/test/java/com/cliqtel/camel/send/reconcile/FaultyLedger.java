/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.cliqtel.camel.fixture.ForwardingLedger;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Closing;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.ledger.Owners;

/** A ledger in memory that fails while a test says so, and records which keys were freed and kept. */
final class FaultyLedger extends ForwardingLedger {

    volatile boolean failing;

    final List<String> freed = new CopyOnWriteArrayList<>();

    private final Map<String, Hold> taken = new ConcurrentHashMap<>();

    private void mayFail() {
        if (failing) {
            throw new LedgerException("the ledger is away", null);
        }
    }

    /** Takes an entry as another node does. */
    Claim takeAsAnother(String key, Duration lease) {
        return super.take(Hold.of(key), lease, "", null);
    }

    /** Closes an entry as another node does that has taken it over. */
    void closeAsAnother(String key, String record, String message) {
        Optional.ofNullable(taken.get(key)).ifPresent(before -> super.renew(before, Duration.ZERO, null));
        Hold hold = Hold.of(key);
        super.take(hold, Duration.ofMinutes(1), "", null);
        super.close(hold, record, message);
    }

    /** Leaves an open entry with a record, as another node does. */
    void keepAsAnother(String key, String record) {
        Hold hold = Hold.of(key);
        super.take(hold, Duration.ofMinutes(1), "", null);
        super.keep(hold, record);
    }

    @Override
    public Claim take(Hold hold, Duration lease, String record, String likeness) {
        mayFail();
        taken.put(hold.key(), hold);
        return super.take(hold, lease, record, likeness);
    }

    @Override
    public boolean renew(Hold hold, Duration lease, String record) {
        mayFail();
        return super.renew(hold, lease, record);
    }

    @Override
    public boolean keep(Hold hold, String record) {
        mayFail();
        return super.keep(hold, record);
    }

    @Override
    public void free(Hold hold) {
        mayFail();
        freed.add(hold.key());
        super.free(hold);
    }

    @Override
    public Closing close(Hold hold, String record, String message) {
        mayFail();
        return super.close(hold, record, message);
    }

    @Override
    public boolean own(String key, String message) {
        mayFail();
        return super.own(key, message);
    }

    @Override
    public Owners find(Collection<String> messages, String likeness) {
        mayFail();
        return super.find(messages, likeness);
    }
}
