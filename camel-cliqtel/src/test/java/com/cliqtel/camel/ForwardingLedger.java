/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.time.Duration;
import java.util.Optional;

import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.MemoryLedger;

/** A ledger, by default one in memory, for tests that change something about it. */
public abstract class ForwardingLedger implements Ledger {

    private final Ledger memory;

    protected ForwardingLedger() {
        this(new MemoryLedger());
    }

    protected ForwardingLedger(Ledger behind) {
        this.memory = behind;
    }

    @Override
    public Claim claim(String key, Duration lease, String record) {
        return memory.claim(key, lease, record);
    }

    @Override
    public void done(String key, String record) {
        memory.done(key, record);
    }

    @Override
    public void release(String key) {
        memory.release(key);
    }

    @Override
    public void abandon(String key, String record) {
        memory.abandon(key, record);
    }

    @Override
    public Optional<String> position(String name) {
        return memory.position(name);
    }

    @Override
    public void position(String name, String value) {
        memory.position(name, value);
    }
}
