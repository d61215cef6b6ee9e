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
import org.apache.camel.SafeCopyProperty;

/**
 * What an exchange remembers of its sends from one delivery to the next: what may have been sent, and which
 * parts of a long text were. Thread-safe.
 */
final class SendMemory implements SafeCopyProperty {

    /** The exchange property it is kept in. */
    static final String PROPERTY = "CamelCliqtelSendMemory";

    private final Memory unsettled;
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

    private SendMemory(Memory unsettled) {
        this.unsettled = unsettled;
    }

    static SendMemory of(Exchange exchange) {
        SendMemory known = known(exchange);
        return known != null ? known : keep(exchange, new Memory());
    }

    /** What the exchange remembers of sends that were not in parts: kept with it as soon as that is anything. */
    static Memory unsettled(Exchange exchange) {
        SendMemory known = known(exchange);
        return known != null
                ? known.unsettled
                : new Memory(told -> {
                    if (known(exchange) == null) {
                        keep(exchange, told);
                    }
                });
    }

    private static SendMemory known(Exchange exchange) {
        return exchange.getExchangeExtension().getSafeCopyProperty(PROPERTY, SendMemory.class);
    }

    private static SendMemory keep(Exchange exchange, Memory unsettled) {
        SendMemory memory = new SendMemory(unsettled);
        exchange.getExchangeExtension().setSafeCopyProperty(PROPERTY, memory);
        return memory;
    }

    /** What a copy of the exchange remembers: all so far, and nothing of what becomes of the others. */
    @Override
    public SendMemory safeCopy() {
        SendMemory copy = new SendMemory(unsettled.copy());
        parts.forEach((whole, sent) -> copy.parts.put(whole, new CopyOnWriteArrayList<>(sent)));
        return copy;
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
