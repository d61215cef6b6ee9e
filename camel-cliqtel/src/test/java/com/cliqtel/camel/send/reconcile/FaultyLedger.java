/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.cliqtel.camel.fixture.ForwardingLedger;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.LedgerException;

/** A ledger in memory that fails or stands still while a test says so, and records which keys were freed. */
final class FaultyLedger extends ForwardingLedger {

    volatile boolean failing;
    /** Runs before a claim is given up; a node that stands still there. */
    volatile Runnable beforeAbandon = () -> {};

    final List<String> released = new CopyOnWriteArrayList<>();

    private void mayFail() {
        if (failing) {
            throw new LedgerException("the ledger is away", null);
        }
    }

    @Override
    public Claim claim(String key, Duration lease, String record) {
        mayFail();
        return super.claim(key, lease, record);
    }

    @Override
    public void done(String key, String record) {
        mayFail();
        super.done(key, record);
    }

    @Override
    public void release(String key) {
        mayFail();
        released.add(key);
        super.release(key);
    }

    @Override
    public void abandon(String key, String record) {
        mayFail();
        beforeAbandon.run();
        super.abandon(key, record);
    }
}
