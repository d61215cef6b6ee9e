/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.lang.ref.WeakReference;
import java.util.Optional;

import com.cliqtel.camel.wire.Submission;

/**
 * A send that has ended unknown.
 *
 * @param sms what was to be sent
 * @param key the idempotency key; null for none
 * @param unsettled the exchange's memory of its sends, as long as the exchange exists; a strong reference would keep the whole
 *     exchange
 * @param owner the owner of the message in the ledger
 * @param known what is known of it
 */
record UnknownEnd(
        Submission sms, String key, WeakReference<UnsettledSends> unsettled, String owner, UnsettledSend known) {

    static UnknownEnd of(SendOrder order, String owner, UnsettledSend known) {
        return new UnknownEnd(order.sms(), order.key(), new WeakReference<>(order.unsettled()), owner, known);
    }

    Fingerprint fingerprint() {
        return Fingerprint.of(sms);
    }

    SmsSimilarity likeness() {
        return fingerprint().likeness();
    }

    /** Makes its exchange forget the send, so that a redelivery doesn't search for it. */
    void forgetInItsExchange() {
        Optional.ofNullable(unsettled.get()).ifPresent(remembering -> remembering.forget(fingerprint(), key));
    }

    /** The recipient, masked. */
    @Override
    public String toString() {
        return "UnknownEnd[to=" + sms.to() + (key == null ? "" : ", with a key") + "]";
    }
}
