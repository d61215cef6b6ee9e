/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.time.Duration;
import java.util.Optional;

/**
 * What happened once stays happened: who does something at most once claims its key before, and says after how it ended.
 *
 * <table>
 * <caption>What a call does to a key</caption>
 * <tr><th>key is</th><th>claim</th><th>done</th><th>release</th><th>abandon</th></tr>
 * <tr><td>unknown</td><td>NEW: in work</td><td>done</td><td>-</td><td>abandoned</td></tr>
 * <tr><td>in work, the lease runs</td><td>IN_PROGRESS</td><td>done</td><td>unknown</td><td>abandoned</td></tr>
 * <tr><td>in work, the lease is over</td><td>EXPIRED: in work</td><td>done</td><td>unknown</td><td>abandoned</td></tr>
 * <tr><td>abandoned</td><td>EXPIRED: in work</td><td>done</td><td>unknown</td><td>abandoned</td></tr>
 * <tr><td>done</td><td>DONE</td><td>done</td><td>-</td><td>-</td></tr>
 * </table>
 *
 * <p>A claim has no owner: {@code done}, {@code release} and {@code abandon} act on the key, whoever calls them. So a
 * lease must be longer than anything done under it can take.
 *
 * <p>Keys and names of positions are 1 to {@value #MAX_KEY_LENGTH} characters (UTF-16 units), and case counts. Keys and
 * positions don't meet: a key and a position may bear the same name. Records and positions may be empty. None may be
 * null or contain NUL or half of a surrogate pair, which databases don't store: all methods throw an
 * {@link IllegalArgumentException} then. They throw a {@link LedgerException} when the ledger does not work; a claim
 * that throws is not held.
 *
 * <p>Implementations are thread-safe, and each call is atomic. Two keys know nothing of each other.
 */
public interface Ledger {

    /** The most UTF-16 units in a key or a position's name. */
    int MAX_KEY_LENGTH = 500;

    /** The longest lease: 365 days. */
    Duration MAX_LEASE = Duration.ofDays(365);

    /**
     * Claims a key: of all who claim it at the same time, one is told NEW or EXPIRED and has it.
     *
     * @param lease how long others are told IN_PROGRESS, from now: from zero (the next claim finds it EXPIRED) to
     *     {@link #MAX_LEASE}
     * @param record stored when the answer is NEW; on EXPIRED the earlier record is kept and returned, for it says what
     *     was being done
     */
    Claim claim(String key, Duration lease, String record);

    /** Claims a key with an empty record. */
    default Claim claim(String key, Duration lease) {
        return claim(key, lease, "");
    }

    /** It happened: from now on every claim says DONE with this record, also when the key was never claimed. */
    void done(String key, String record);

    /** It certainly did not happen: forgets the claim, so that the next one is NEW; a key that is done stays done. */
    void release(String key);

    /**
     * Nobody knows whether it happened: gives the claim up without an end, so that the next one finds it EXPIRED at once,
     * with this record; also when the key was never claimed. A key that is done stays done.
     */
    void abandon(String key, String record);

    /** What was last stored under this name; empty when nothing was. */
    Optional<String> position(String name);

    /** Stores a position in place of the earlier one: readers see either, never a mixture. */
    void position(String name, String value);
}
