/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.send.reconcile.SendIncidents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs incidents of sends that their results don't show. Thread-safe. */
public final class SendLog implements SendIncidents {

    private static final Logger LOG = LoggerFactory.getLogger(SendLog.class);

    @Override
    public void notNoted(LedgerException failure) {
        LOG.error(
                "The ledger could not store the outcome of a send. Its lease expires. A redelivery of the SMS then makes the"
                        + " component search for it before it sends anything.",
                failure);
    }

    @Override
    public void takenAsProbable(long id) {
        LOG.warn(
                "Message {} was taken for the one without an answer. The API shows its text, recipient or sender in another"
                        + " form than it was sent in.",
                id);
    }

    @Override
    public void answeredWithAnother(long id) {
        LOG.error(
                "The API accepted an SMS, but its answer shows message {}, which has another recipient or text or belongs to"
                        + " another send. The answer is ignored and the SMS is looked for in the list of messages. Report this to"
                        + " Cliqtel, or to the operator of a proxy in between.",
                id);
    }
}
