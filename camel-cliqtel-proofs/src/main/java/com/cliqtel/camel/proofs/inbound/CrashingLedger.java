/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.inbound;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Closing;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.Owners;

/** A durable ledger used by a process that may die before a call or before its answer. */
final class CrashingLedger implements Ledger {

    private final Ledger ledger;
    private final AtomicReference<ProcessLifetime> lifetime;
    private final ProcessedMessages processed;

    CrashingLedger(Ledger ledger, AtomicReference<ProcessLifetime> life, ProcessedMessages told) {
        this.ledger = ledger;
        this.lifetime = life;
        this.processed = told;
    }

    @Override
    public Claim take(Hold hold, Duration lease, String record, String likeness) {
        lifetime.get().step();
        Claim claim = ledger.take(hold, lease, record, likeness);
        lifetime.get().step();
        return claim;
    }

    @Override
    public boolean renew(Hold hold, Duration lease, String record) {
        lifetime.get().step();
        return ledger.renew(hold, lease, record);
    }

    @Override
    public boolean keep(Hold hold, String record) {
        lifetime.get().step();
        return ledger.keep(hold, record);
    }

    @Override
    public void free(Hold hold) {
        lifetime.get().step();
        ledger.free(hold);
    }

    @Override
    public Closing close(Hold hold, String record, String message) {
        lifetime.get().step();
        Closing closing = ledger.close(hold, record, message);
        processed.recorded(Long.parseLong(hold.key().substring(hold.key().lastIndexOf(':') + 1)));
        lifetime.get().step();
        return closing;
    }

    @Override
    public boolean own(String key, String message) {
        lifetime.get().step();
        return ledger.own(key, message);
    }

    @Override
    public Owners find(Collection<String> messages, String likeness) {
        lifetime.get().step();
        return ledger.find(messages, likeness);
    }

    @Override
    public Optional<String> position(String name) {
        lifetime.get().step();
        return ledger.position(name);
    }

    @Override
    public void position(String name, String value) {
        lifetime.get().step();
        ledger.position(name, value);
        lifetime.get().step();
    }
}
