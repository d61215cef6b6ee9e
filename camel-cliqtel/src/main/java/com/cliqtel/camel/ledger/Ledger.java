/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * A store of entries that can be taken for a time, so that work is done once, and of the positions of polls.
 *
 * <p>An entry has a key and a record. A caller takes it with a {@link Hold}, which has an owner token of the caller, does the work,
 * and then closes, keeps or frees the entry. While the lease runs, no other owner gets it. Each other call acts only if the hold's
 * owner is the last one that took the entry: otherwise it changes nothing and says so. So a process that was paused for longer
 * than its lease can't overwrite the work of its successor.
 *
 * <table>
 * <caption>What a call does to an entry</caption>
 * <tr><th>entry is</th><th>take</th><th>renew</th><th>keep</th><th>free</th><th>close</th></tr>
 * <tr><td>unknown</td><td>NEW: taken</td><td>false</td><td>false</td><td>-</td><td>LOST</td></tr>
 * <tr><td>taken by this owner</td><td>as before</td><td>longer lease</td><td>kept</td><td>unknown</td><td>closed</td></tr>
 * <tr><td>taken by another owner, its lease runs</td><td>BUSY</td><td>false</td><td>false</td><td>-</td><td>LOST</td></tr>
 * <tr><td>taken by another owner, its lease has ended</td><td>RESUMED: taken</td><td>false</td><td>false</td><td>-</td><td>LOST</td>
 * </tr>
 * <tr><td>kept</td><td>RESUMED: taken</td><td>false</td><td>the keeper's again</td><td>-</td><td>LOST</td></tr>
 * <tr><td>closed</td><td>CLOSED</td><td>false</td><td>false</td><td>-</td><td>the closer's again, or LOST</td></tr>
 * </table>
 *
 * <p>Each call can be repeated with the same arguments if its answer was lost: a repeated {@code take} finds its own hold.
 *
 * <p>An entry may name the <em>message</em> that the work became. Two entries never name the same message. An entry may also have
 * a <em>likeness</em>. Entries have the same likeness if one's message can be mistaken for the other's.
 *
 * <p>Keys, owners, messages, likenesses and names of positions have 1 to {@value #MAX_KEY_LENGTH} visible ASCII characters and are
 * case-sensitive. A key and a position may have the same name. Records and positions are texts of any length, also empty, without
 * NUL and without half of a surrogate pair, which databases don't store. All methods throw an {@link IllegalArgumentException} for
 * other arguments and for null, where null isn't allowed. They throw a {@link LedgerException} if the ledger doesn't work. A caller
 * doesn't hold an entry if {@code take} throws.
 *
 * <p>Implementations are thread-safe. Each call is atomic, and entries are independent of each other.
 */
public interface Ledger {

    /** The largest number of characters in a key, an owner, a message, a likeness or the name of a position. */
    int MAX_KEY_LENGTH = 64;

    /** The longest lease: 365 days. */
    Duration MAX_LEASE = Duration.ofDays(365);

    /** How long an open entry counts after the end of its lease, or after it was kept, in {@link #find}: an hour. */
    Duration MEMORY_OF_OPEN = Duration.ofHours(1);

    /**
     * Takes an entry. Of all owners that take it at the same time, one gets it.
     *
     * @param lease how long other owners get BUSY from now on: from zero (the next owner gets RESUMED) to {@link #MAX_LEASE}
     * @param record stored if the entry is NEW. If it is RESUMED, the earlier record stays and is returned, since it says which work
     *     was in progress
     * @param likeness stored if the entry is NEW; null for none
     * @return the state before the call, and the record; never null
     */
    Claim take(Hold hold, Duration lease, String record, String likeness);

    /** Takes an entry with an empty record and without a likeness. */
    default Claim take(Hold hold, Duration lease) {
        return take(hold, lease, "", null);
    }

    /**
     * Begins a new lease for an entry that this owner has taken, even if its lease has ended, and stores a record with it.
     *
     * @param record the new record; null to keep the one that is stored
     * @return false if this owner doesn't have the entry
     */
    boolean renew(Hold hold, Duration lease, String record);

    /**
     * Ends the hold and keeps a record for the next owner. The next {@code take} gets RESUMED with this record, at once.
     *
     * @return false if this owner doesn't have the entry
     */
    boolean keep(Hold hold, String record);

    /** Removes the entry if this owner has it: the work certainly was not done. The next {@code take} gets NEW. */
    void free(Hold hold);

    /**
     * Closes the entry: the work is done. From now on each {@code take} gets CLOSED with this record.
     *
     * @param message the message that the work became; null for none
     * @return what has become of the entry; never null
     */
    Closing close(Hold hold, String record, String message);

    /**
     * Closes an entry that was never taken, with an empty record: the work with this key became a message.
     *
     * @return whether the message is this key's; false if another entry names it
     */
    boolean own(String key, String message);

    /**
     * Returns what is known about messages that may belong to an entry.
     *
     * @param messages the messages
     * @param likeness the likeness of the entries that may still become one of the messages; null for none
     * @return the key of the entry that names each message, and the keys of the entries with the likeness that are not closed and
     *     were not left longer than {@link #MEMORY_OF_OPEN} ago; never null
     */
    Owners find(Collection<String> messages, String likeness);

    /** Returns whether the records of open entries outlive the process; without them, they are "" after its end. */
    default boolean keepsRecords() {
        return true;
    }

    /** Returns the position that was stored last under a name; empty if there is none. */
    Optional<String> position(String name);

    /** Stores a position in place of the earlier one. Readers get one of the two, never a mixture. */
    void position(String name, String value);
}
