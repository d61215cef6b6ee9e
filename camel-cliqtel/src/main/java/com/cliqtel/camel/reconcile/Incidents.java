/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import com.cliqtel.camel.ledger.LedgerException;

/** Receives what happens on the way to a result and is not part of it. Implementations are quick and throw nothing. */
public interface Incidents {

    /**
     * An SMS was sent, or may have been, and the ledger could not note it. The claim's lease runs out by itself, and whoever
     * claims the key then looks in the list of messages first.
     */
    void notNoted(LedgerException failure);

    /** A message was taken for the one without an answer although its text or its recipient is written otherwise. */
    void takenAsProbable(long id);

    /** The API accepted an SMS, and its answer shows another message, with this id. */
    void answeredWithAnother(long id);
}
