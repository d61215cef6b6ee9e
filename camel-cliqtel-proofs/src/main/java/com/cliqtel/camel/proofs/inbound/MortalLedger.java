/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.inbound;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Ledger;

/** A ledger that lasts, used by processes that don't: they may die before a call reaches it, and before its answer comes back. */
final class MortalLedger implements Ledger {

    private final Ledger ledger;
    private final AtomicReference<Life> life;
    private final Told told;

    MortalLedger(Ledger ledger, AtomicReference<Life> life, Told told) {
        this.ledger = ledger;
        this.life = life;
        this.told = told;
    }

    @Override
    public Claim claim(String key, Duration lease, String record) {
        life.get().step();
        Claim claim = ledger.claim(key, lease, record);
        life.get().step();
        return claim;
    }

    @Override
    public void done(String key, String record) {
        life.get().step();
        ledger.done(key, record);
        told.noted(Long.parseLong(key.substring(key.lastIndexOf(':') + 1)));
        life.get().step();
    }

    @Override
    public void release(String key) {
        life.get().step();
        ledger.release(key);
    }

    @Override
    public void abandon(String key, String record) {
        life.get().step();
        ledger.abandon(key, record);
    }

    @Override
    public Optional<String> position(String name) {
        life.get().step();
        return ledger.position(name);
    }

    @Override
    public void position(String name, String value) {
        life.get().step();
        ledger.position(name, value);
        life.get().step();
    }
}
