/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import java.time.Duration;

import com.cliqtel.camel.ForwardingLedger;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.LedgerException;

/** A ledger in memory that fails while it is told to. */
final class FaultyLedger extends ForwardingLedger {

    volatile boolean failing;

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
        super.release(key);
    }

    @Override
    public void abandon(String key, String record) {
        mayFail();
        super.abandon(key, record);
    }
}
