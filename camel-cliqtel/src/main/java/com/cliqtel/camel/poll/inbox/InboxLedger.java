/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerKey;

/**
 * The ledger and the account's name under which a reader keeps its entries.
 *
 * @param ledger keeps the entries
 * @param account the account's name; not a secret, since it is stored
 */
public record InboxLedger(Ledger ledger, String account) {

    /** Returns the name of the reader's position. Two readers of the same name would take each other's messages. */
    public String name(InboxTopic topic) {
        return LedgerKey.of(topic.purpose(), account, topic.filter());
    }
}
