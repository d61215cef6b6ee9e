/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import com.cliqtel.camel.model.Sms;

/** What a search for an SMS has come to. */
sealed interface Finding {

    /** There it is, and it has been claimed. */
    record Found(Sms sms) implements Finding {}

    /** The last look showed that it isn't there. */
    record NotFound() implements Finding {}

    /** The last look showed one that may be somebody else's: he is about to decide, or the ledger doesn't say whose it is. */
    record Contested() implements Finding {}

    /** The last look failed, so nothing is known. */
    record NotSeen(Throwable why) implements Finding {}
}
