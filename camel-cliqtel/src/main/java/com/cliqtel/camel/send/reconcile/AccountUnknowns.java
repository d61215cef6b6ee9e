/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.util.Optional;

/**
 * The sends of one account that ended unknown, for an operator to read and to settle. Thread-safe.
 *
 * @param all the list of unknown sends of all accounts
 * @param resolution how one is settled by hand
 */
record AccountUnknowns(UnknownSends all, Resolution resolution) {

    void add(UnknownEnd ended, String why) {
        all.add(ended, why, resolution);
    }

    /** Returns what this process knows of a listed send; empty when it is not listed. */
    Optional<UnsettledSend> known(SmsSimilarity sms, String owner) {
        return all.known(resolution.account(), sms, owner);
    }

    /** Removes a send that was settled without an operator. */
    void close(SmsSimilarity sms, String owner) {
        all.close(resolution.account(), sms, owner);
    }
}
