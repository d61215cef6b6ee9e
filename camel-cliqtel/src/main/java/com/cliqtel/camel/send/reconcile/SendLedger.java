/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.cliqtel.camel.ledger.Owners;
import com.cliqtel.camel.model.Sms;

/**
 * The records of an account's sends.
 *
 * @param claims the entries in the ledger
 * @param abandoned the sends that ended unknown
 * @param unknowns the same, for operators
 * @param incidents receives incidents that no result shows
 * @param waiting the names of the sends of this process with a key that wait for their turn among those that look alike
 */
record SendLedger(
        SendClaims claims,
        AbandonedSends abandoned,
        AccountUnknowns unknowns,
        SendIncidents incidents,
        Set<String> waiting) {

    SendLedger(SendClaims claims, AbandonedSends abandoned, AccountUnknowns unknowns, SendIncidents incidents) {
        this(claims, abandoned, unknowns, incidents, ConcurrentHashMap.newKeySet());
    }

    /**
     * Returns the sends that messages belong to, and in {@code open} the other sends that one of them may belong to.
     *
     * @param owner the send that looks for its message; it isn't in {@code open}
     */
    Owners owners(Collection<Sms> messages, SmsSimilarity sms, String owner, Instant now) {
        Owners found = claims.find(messages, sms);
        Set<String> others = new HashSet<>(found.open());
        others.removeAll(waiting);
        others.addAll(abandoned.owners(sms, now));
        others.remove(owner);
        return new Owners(found.byMessage(), others);
    }
}
