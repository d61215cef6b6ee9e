/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import com.cliqtel.camel.ledger.LedgerException;

/** Hears what happens on the way to a result that the result doesn't tell. Must be quick, and throw nothing. */
public interface Incidents {

    /**
     * An SMS was sent, or may have been, and the ledger could not note it. The claim's lease runs out by itself, and whoever
     * claims the key then looks in the list of messages first.
     */
    void notNoted(LedgerException failure);

    /** A message was taken for the one that nobody answered for although its text differs a little. */
    void takenAsProbable(long id);
}
