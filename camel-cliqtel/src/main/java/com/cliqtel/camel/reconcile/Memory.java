/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one exchange remembers of its sends from one delivery to the next: those that may have been sent. So an error
 * handler that hands the same exchange over again sends nothing twice, even without a key. Thread-safe.
 */
public final class Memory {

    private final Map<Fingerprint, Unsettled> unsettled = new ConcurrentHashMap<>();

    Optional<Unsettled> recall(Fingerprint sms) {
        return Optional.ofNullable(unsettled.get(sms));
    }

    void remember(Fingerprint sms, Unsettled outcome) {
        unsettled.put(sms, outcome);
    }

    void forget(Fingerprint sms) {
        unsettled.remove(sms);
    }

    /** Whether it remembers nothing. */
    public boolean isEmpty() {
        return unsettled.isEmpty();
    }

    /** How many, and not which. */
    @Override
    public String toString() {
        return "Memory[" + unsettled.size() + " unsettled]";
    }
}
