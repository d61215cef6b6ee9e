/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.wire.Answer;

/**
 * An SMS that was sent.
 *
 * @param answer the message as the API reports it
 * @param how the way in which the component knows it
 */
public record SentSms(Answer<Sms> answer, How how) {

    /** How it is known that an SMS was sent. */
    public enum How {
        /** The API answered so, just now. */
        ANSWERED,
        /** The ledger shows that it was sent before under its idempotency key; no SMS was sent now. */
        DUPLICATE,
        /** No answer came, and a search found it in the list of messages. */
        RECONCILED
    }
}
