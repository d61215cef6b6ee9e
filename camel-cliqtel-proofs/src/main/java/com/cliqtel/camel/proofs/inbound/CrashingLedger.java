/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.inbound;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Ledger;

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
    public Claim claim(String key, Duration lease, String record) {
        lifetime.get().step();
        Claim claim = ledger.claim(key, lease, record);
        lifetime.get().step();
        return claim;
    }

    @Override
    public void done(String key, String record) {
        lifetime.get().step();
        ledger.done(key, record);
        processed.recorded(Long.parseLong(key.substring(key.lastIndexOf(':') + 1)));
        lifetime.get().step();
    }

    @Override
    public void release(String key) {
        lifetime.get().step();
        ledger.release(key);
    }

    @Override
    public void abandon(String key, String record) {
        lifetime.get().step();
        ledger.abandon(key, record);
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
