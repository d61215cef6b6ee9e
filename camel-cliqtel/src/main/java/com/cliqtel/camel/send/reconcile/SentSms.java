/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import com.cliqtel.camel.model.Answer;
import com.cliqtel.camel.model.Sms;

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
        /** Its idempotency key says that it was sent before; nothing was sent now. */
        DUPLICATE,
        /** Nobody answered for it, and it was found in the list of messages. */
        RECONCILED
    }
}
