/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.LedgerKey;

/**
 * The sends of one exchange that may have been sent, kept from one delivery to the next. So a redelivery of the same exchange
 * by an error handler sends nothing twice, even without a key. Thread-safe.
 */
public final class UnsettledSends {

    private final AtomicReference<Map<Named, Entry>> unsettled = new AtomicReference<>(Map.of());
    private final Consumer<UnsettledSends> keeper;

    /** Creates an instance that its creator keeps. */
    public UnsettledSends() {
        this(kept -> {});
    }

    /**
     * Creates a memory that is kept only if something is added, since nearly every exchange has nothing to remember.
     *
     * @param keeper receives this memory when the first entry is added to an empty memory, and keeps it from then on
     */
    public UnsettledSends(Consumer<UnsettledSends> keeper) {
        this.keeper = keeper;
    }

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

    private record Entry(UnsettledSend outcome, String owner) {}

    /** Returns the owner of a message without a key: the same name at each redelivery until it is sent. */
    String owner(SendOrder order) {
        Entry known = entry(order);
        return known != null ? known.owner() : LedgerKey.of("once", Hold.newOwner());
    }

    Optional<UnsettledSend> recall(SendOrder order) {
        return Optional.ofNullable(entry(order)).map(Entry::outcome);
    }

    void remember(SendOrder order, UnsettledSend outcome, String owner) {
        if (isEmpty()) {
            keeper.accept(this);
        }
        change(entries -> entries.put(Named.of(order), new Entry(outcome, owner)));
    }

    /** It has been sent: a further one of the same text is another. */
    void forget(SendOrder order) {
        forget(Named.of(order));
    }

    /** The same, of what an order was made of. */
    void forget(Fingerprint sms, String key) {
        forget(new Named(sms, key));
    }

    private void forget(Named named) {
        if (!isEmpty()) {
            change(entries -> entries.remove(named));
        }
    }

    /** Returns an independent copy. */
    public UnsettledSends copy() {
        UnsettledSends copy = new UnsettledSends();
        copy.unsettled.set(unsettled.get());
        return copy;
    }

    private Entry entry(SendOrder order) {
        return isEmpty() ? null : unsettled.get().get(Named.of(order));
    }

    private void change(Consumer<Map<Named, Entry>> change) {
        unsettled.updateAndGet(before -> {
            Map<Named, Entry> after = new HashMap<>(before);
            change.accept(after);
            return Map.copyOf(after);
        });
    }

    /** Whether it remembers nothing. */
    public boolean isEmpty() {
        return unsettled.get().isEmpty();
    }

    /** How many, and not which. */
    @Override
    public String toString() {
        return "Memory[" + unsettled.get().size() + " unsettled]";
    }
}
