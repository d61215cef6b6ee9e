/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.time.Duration;
import java.util.Optional;

/**
 * A store for keys that must be processed at most once, and for the positions of polls. A caller claims the key before the
 * work, and notes the result after it.
 *
 * <table>
 * <caption>What a call does to a key</caption>
 * <tr><th>key is</th><th>claim</th><th>done</th><th>release</th><th>abandon</th></tr>
 * <tr><td>unknown</td><td>NEW: in work</td><td>done</td><td>-</td><td>abandoned</td></tr>
 * <tr><td>in work, the lease is valid</td><td>IN_PROGRESS</td><td>done</td><td>unknown</td><td>abandoned</td></tr>
 * <tr><td>in work, the lease has expired</td><td>EXPIRED: in work</td><td>done</td><td>unknown</td><td>abandoned</td></tr>
 * <tr><td>abandoned</td><td>EXPIRED: in work</td><td>done</td><td>unknown</td><td>abandoned</td></tr>
 * <tr><td>done</td><td>DONE</td><td>done</td><td>-</td><td>-</td></tr>
 * </table>
 *
 * <p>A claim has no owner: {@code done}, {@code release} and {@code abandon} act on the key for any caller. So a lease must be
 * longer than the work can take.
 *
 * <p>Keys and names of positions have 1 to {@value #MAX_KEY_LENGTH} characters (UTF-16 units) and are case-sensitive. A key and a
 * position may have the same name. Records and positions may be empty. No argument may be null or contain NUL or half of a
 * surrogate pair, which databases don't store: all methods then throw an {@link IllegalArgumentException}. They throw a
 * {@link LedgerException} if the ledger doesn't work. A caller doesn't hold a claim that throws.
 *
 * <p>Implementations are thread-safe. Each call is atomic, and keys are independent of each other.
 */
public interface Ledger {

    /** The largest number of UTF-16 units in a key or in the name of a position. */
    int MAX_KEY_LENGTH = 500;

    /** The longest lease: 365 days. */
    Duration MAX_LEASE = Duration.ofDays(365);

    /**
     * Claims a key. Of all callers that claim it at the same time, one gets NEW or EXPIRED and holds it.
     *
     * @param lease how long other claims get IN_PROGRESS from now on: from zero (the next claim gets EXPIRED) to
     *     {@link #MAX_LEASE}
     * @param record stored if the result is NEW. If it is EXPIRED, the earlier record is kept and returned, since it says which
     *     work was in progress
     * @return the state before the claim, and the record; never null
     */
    Claim claim(String key, Duration lease, String record);

    /** Claims a key with an empty record. */
    default Claim claim(String key, Duration lease) {
        return claim(key, lease, "");
    }

    /** Notes that the work is done. From now on each claim gets DONE with this record, also if the key was never claimed. */
    void done(String key, String record);

    /** Notes that the work was certainly not done. The next claim gets NEW. A key that is done stays done. */
    void release(String key);

    /**
     * Notes that the result of the work is unknown. The next claim gets EXPIRED with this record at once, also if the key was never
     * claimed. A key that is done stays done.
     */
    void abandon(String key, String record);

    /** Returns the position that was stored last under a name; empty if there is none. */
    Optional<String> position(String name);

    /** Stores a position in place of the earlier one. Readers get one of the two, never a mixture. */
    void position(String name, String value);
}
