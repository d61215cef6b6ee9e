/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import com.cliqtel.camel.ledger.LedgerException;

/** Receives incidents of a send that its result doesn't show. Implementations are fast and throw nothing. */
public interface SendIncidents {

    /**
     * An SMS was sent, or may have been sent, and the ledger could not note it. The claim's lease expires, and the next send
     * with the key looks in the list of messages first.
     */
    void notNoted(LedgerException failure);

    /** A message was taken as the answer to a send although the API shows its text or recipient in another form. */
    void takenAsProbable(long id);

    /** The API accepted an SMS, and its answer shows another message, with this id. */
    void answeredWithAnother(long id);
}
