/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import com.cliqtel.camel.ledger.LedgerException;

/** Hears of what reading survives and somebody should know. Thread-safe. */
public interface InboxIncidents {

    /** A list said that it has more messages than it showed, however often it was read; they are looked for again. */
    void hidden(int shown, int total);

    /** The answer to a question for one message can't be read; the message is asked for again later. */
    void unreadable(long id);

    /** Messages that came to no end are not followed any longer. */
    void gaveUp(int messages);

    /** Status changes were seen that the reader doesn't want. */
    void leftOut(long changes, long total);

    /** What has been done could not be noted; after a crash it may be done again. */
    void notNoted(LedgerException failure);
}
