/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.cliqtel.camel.model.PhoneNumber;
import com.cliqtel.camel.model.Sender;
import com.cliqtel.camel.reconcile.Memory;
import com.cliqtel.camel.reconcile.Sent;
import org.apache.camel.Exchange;

/**
 * What an exchange remembers of its sends from one delivery to the next, in a property: what may have been sent, and which
 * parts of a long text were. Thread-safe.
 */
final class SendMemory {

    /** The exchange property it is kept in. */
    static final String PROPERTY = "CamelCliqtelSendMemory";

    private final Memory unsettled = new Memory();
    private final Map<Whole, List<Sent>> parts = new ConcurrentHashMap<>();

    /** A text that is sent in parts. */
    private record Whole(Sender sender, PhoneNumber to, String text, String key) {
        static Whole of(Draft draft) {
            return new Whole(draft.sender(), draft.to(), draft.text(), draft.key());
        }

        @Override
        public String toString() {
            return "Whole[to=" + to + "]";
        }
    }

    static SendMemory of(Exchange exchange) {
        SendMemory known = exchange.getProperty(PROPERTY, SendMemory.class);
        if (known != null) {
            return known;
        }
        SendMemory memory = new SendMemory();
        exchange.setProperty(PROPERTY, memory);
        return memory;
    }

    Memory unsettled() {
        return unsettled;
    }

    /** The parts that were sent, in order; what is added is remembered. */
    List<Sent> partsOf(Draft draft) {
        return parts.computeIfAbsent(Whole.of(draft), whole -> new CopyOnWriteArrayList<>());
    }

    void forget(Draft draft) {
        parts.remove(Whole.of(draft));
    }

    static List<Long> ids(List<Sent> parts) {
        return parts.stream().map(part -> part.answer().value().id()).toList();
    }

    /** How much, and not what. */
    @Override
    public String toString() {
        return "SendMemory[" + unsettled + ", " + parts.size() + " in parts]";
    }
}
