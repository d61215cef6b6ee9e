/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import com.cliqtel.camel.client.WaitBudget;
import com.cliqtel.camel.wire.Submission;

/**
 * One SMS to be sent once.
 *
 * @param sms what to send
 * @param key the idempotency key; null for none
 * @param unsettled the exchange's memory of its earlier deliveries
 * @param budget how long it may wait before it leaves
 */
public record SendOrder(Submission sms, String key, UnsettledSends unsettled, WaitBudget budget) {

    Fingerprint fingerprint() {
        return Fingerprint.of(sms);
    }

    /** Neither key nor text. */
    @Override
    public String toString() {
        return "SendOrder[to=" + sms.to() + (key == null ? "" : ", with a key") + "]";
    }
}
