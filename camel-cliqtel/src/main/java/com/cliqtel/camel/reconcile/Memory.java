/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What one exchange remembers of its sends from one delivery to the next: those that may have been sent. So an error
 * handler that hands the same exchange over again sends nothing twice, even without a key. Thread-safe.
 */
public final class Memory {

    private final Map<Named, Entry> unsettled = new ConcurrentHashMap<>();

    /** An SMS and the key that names it, if any: the same text with another key is another SMS. */
    private record Named(Fingerprint sms, String key) {
        static Named of(SendOrder order) {
            return new Named(order.fingerprint(), order.key());
        }

        @Override
        public String toString() {
            return sms.toString();
        }
    }

    private record Entry(Unsettled outcome, String owner) {}

    /** Whose the message without a key is: the same name until it has been sent, from one delivery to the next. */
    String owner(SendOrder order) {
        Entry known = unsettled.isEmpty() ? null : unsettled.get(Named.of(order));
        return known != null ? known.owner() : random();
    }

    // no secret, and nothing to be guessed: it only has to differ from all others
    private static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    Optional<Unsettled> recall(SendOrder order) {
        return unsettled.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(unsettled.get(Named.of(order))).map(Entry::outcome);
    }

    void remember(SendOrder order, Unsettled outcome, String owner) {
        unsettled.put(Named.of(order), new Entry(outcome, owner));
    }

    /** It has been sent: a further one of the same text is another. */
    void forget(SendOrder order) {
        if (!unsettled.isEmpty()) {
            unsettled.remove(Named.of(order));
        }
    }

    /** Another one that knows the same, and hears of nothing that happens later. */
    public Memory copy() {
        Memory copy = new Memory();
        copy.unsettled.putAll(unsettled);
        return copy;
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
