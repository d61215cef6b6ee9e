/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import com.cliqtel.camel.ledger.LedgerException;

/** Receives problems that don't end the reading of an inbox. Thread-safe. */
public interface InboxIncidents {

    /** A list repeatedly showed fewer messages than its total. The next polls search for the others. */
    void hidden(int shown, int total);

    /** The answer with one message can't be read. The message is requested again later. */
    void unreadable(long id);

    /** Messages that came to no end are not followed any longer. */
    void gaveUp(int messages);

    /** Status changes were seen that the reader doesn't want. */
    void leftOut(long changes, long total);

    /** What has been done could not be noted; after a crash it may be done again. */
    void notNoted(LedgerException failure);
}
