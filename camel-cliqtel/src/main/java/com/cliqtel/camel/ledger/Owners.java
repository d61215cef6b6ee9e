/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.util.Map;
import java.util.Set;

/**
 * The result of {@link Ledger#find}. Immutable and thread-safe.
 *
 * @param byMessage the key of the entry that names a message, for each message that has one. The key is "" if the ledger only
 *     knows that there is one
 * @param open the keys of the entries with the likeness that are not closed
 */
public record Owners(Map<String, String> byMessage, Set<String> open) {

    /** Copies the collections. */
    public Owners {
        byMessage = Map.copyOf(byMessage);
        open = Set.copyOf(open);
    }
}
