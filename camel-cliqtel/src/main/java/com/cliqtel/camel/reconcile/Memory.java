/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one exchange remembers of its sends from one delivery to the next: those that may have been sent. So an error
 * handler that hands the same exchange over again sends nothing twice, even without a key. Thread-safe.
 */
public final class Memory {

    private final Map<Fingerprint, Unsettled> unsettled = new ConcurrentHashMap<>();
    private final Map<Fingerprint, String> owners = new ConcurrentHashMap<>();

    /** Whose the message is: the same name until it has been sent, from one delivery to the next. */
    String owner(Fingerprint sms) {
        return owners.computeIfAbsent(sms, first -> UUID.randomUUID().toString());
    }

    Optional<Unsettled> recall(Fingerprint sms) {
        return Optional.ofNullable(unsettled.get(sms));
    }

    void remember(Fingerprint sms, Unsettled outcome) {
        unsettled.put(sms, outcome);
    }

    /** It has been sent: a further one of the same text is another. */
    void forget(Fingerprint sms) {
        unsettled.remove(sms);
        owners.remove(sms);
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
