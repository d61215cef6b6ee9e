/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import java.time.Duration;
import java.util.function.Supplier;

import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;

/**
 * What the sends of one account claim in the ledger: keys of sends, and ids of messages, so that nobody takes another's
 * message for his own.
 */
final class Claims {

    // as long as it takes to note what was found
    private static final Duration MOMENT = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final String account;
    private final Incidents incidents;

    /** @param account what tells the account from others; no secret, since it is stored */
    Claims(Ledger ledger, String account, Incidents incidents) {
        this.ledger = ledger;
        this.account = account;
        this.incidents = incidents;
    }

    /** The name of a key in the ledger; what a user made the key of is not shown. */
    String nameOf(String key) {
        return "send:" + account + ":" + Fingerprint.sha256(key);
    }

    private String nameOf(long id) {
        return "sms:" + account + ":" + id;
    }

    /** @throws LedgerException when it cannot be known, so that nothing may be sent */
    Claim claim(String name, Duration lease, SendRecord record) {
        return asked(name, lease, record.toString());
    }

    /**
     * Gives the claim up and takes it again, with a lease that begins now, and a record of what is known now.
     *
     * @return false when somebody else has come in between
     * @throws LedgerException when it cannot be known
     */
    boolean renew(String name, Duration lease, SendRecord record) {
        told(() -> ledger.abandon(name, record.toString()));
        return claim(name, lease, record).state() == Claim.State.EXPIRED;
    }

    void done(String name, SendRecord record) {
        noting(() -> ledger.done(name, record.toString()));
    }

    void abandon(String name, SendRecord record) {
        noting(() -> ledger.abandon(name, record.toString()));
    }

    void release(String name) {
        noting(() -> ledger.release(name));
    }

    /** The message with this id is {@code owner}'s. */
    void keep(long id, String owner) {
        noting(() -> ledger.done(nameOf(id), owner));
    }

    /**
     * Tries to get hold of a message for a moment, in {@code owner}'s name: what he still holds from before, perhaps as a
     * process that was killed, is his.
     *
     * @throws LedgerException when it cannot be known
     */
    Claim reserve(long id, String owner) {
        return asked(nameOf(id), MOMENT, owner);
    }

    void letGo(long id) {
        noting(() -> ledger.release(nameOf(id)));
    }

    // what has happened has happened: that it could not be noted fails nothing
    private void noting(Runnable note) {
        try {
            told(note);
        } catch (LedgerException failure) {
            incidents.notNoted(failure);
        }
    }

    private Claim asked(String name, Duration lease, String record) {
        return answered(() -> {
            Claim claim = ledger.claim(name, lease, record);
            if (claim == null) {
                throw new LedgerException("the ledger answered a claim with null", null);
            }
            return claim;
        });
    }

    private static void told(Runnable call) {
        answered(() -> {
            call.run();
            return null;
        });
    }

    // it may be a user's own, and throw anything; its words are left out, since they may quote a record
    private static <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (LedgerException failure) {
            throw failure;
        } catch (RuntimeException | Error broken) {
            LedgerException failure = new LedgerException(
                    "the ledger failed with " + broken.getClass().getName(), null);
            failure.setStackTrace(broken.getStackTrace());
            throw failure;
        }
    }
}
