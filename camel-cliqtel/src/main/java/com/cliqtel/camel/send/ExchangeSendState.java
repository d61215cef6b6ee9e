/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.cliqtel.camel.send.reconcile.SentSms;
import com.cliqtel.camel.send.reconcile.UnsettledSends;
import com.cliqtel.camel.text.PhoneNumber;
import com.cliqtel.camel.wire.Sender;
import org.apache.camel.Exchange;
import org.apache.camel.SafeCopyProperty;

/**
 * What an exchange remembers of its sends from one delivery to the next: what may have been sent, and which
 * parts of a long text were. Thread-safe.
 */
public final class ExchangeSendState implements SafeCopyProperty {

    /** The exchange property it is kept in. */
    static final String PROPERTY = "CamelCliqtelSendMemory";

    private final UnsettledSends unsettled;
    private final Map<SplitText, List<SentSms>> parts = new ConcurrentHashMap<>();

    /** A text that is sent in parts. */
    private record SplitText(Sender sender, PhoneNumber to, String text, String key) {
        static SplitText of(SendRequest request) {
            return new SplitText(request.sender(), request.to(), request.text(), request.key());
        }

        @Override
        public String toString() {
            return "SplitText[to=" + to + "]";
        }
    }

    private ExchangeSendState(UnsettledSends unsettled) {
        this.unsettled = unsettled;
    }

    static ExchangeSendState of(Exchange exchange) {
        ExchangeSendState known = known(exchange);
        return known != null ? known : keep(exchange, new UnsettledSends());
    }

    /** What the exchange remembers of sends that were not in parts: kept with it as soon as that is anything. */
    static UnsettledSends unsettled(Exchange exchange) {
        ExchangeSendState known = known(exchange);
        return known != null
                ? known.unsettled
                : new UnsettledSends(told -> {
                    if (known(exchange) == null) {
                        keep(exchange, told);
                    }
                });
    }

    private static ExchangeSendState known(Exchange exchange) {
        return exchange.getExchangeExtension().getSafeCopyProperty(PROPERTY, ExchangeSendState.class);
    }

    private static ExchangeSendState keep(Exchange exchange, UnsettledSends unsettled) {
        ExchangeSendState state = new ExchangeSendState(unsettled);
        exchange.getExchangeExtension().setSafeCopyProperty(PROPERTY, state);
        return state;
    }

    /** What a copy of the exchange remembers: all so far, and nothing of what becomes of the others. */
    @Override
    public ExchangeSendState safeCopy() {
        ExchangeSendState copy = new ExchangeSendState(unsettled.copy());
        parts.forEach((whole, sent) -> copy.parts.put(whole, new CopyOnWriteArrayList<>(sent)));
        return copy;
    }

    UnsettledSends unsettled() {
        return unsettled;
    }

    /** The parts that were sent, in order; what is added is remembered. */
    List<SentSms> partsOf(SendRequest request) {
        return parts.computeIfAbsent(SplitText.of(request), whole -> new CopyOnWriteArrayList<>());
    }

    void forget(SendRequest request) {
        parts.remove(SplitText.of(request));
    }

    static List<Long> ids(List<SentSms> parts) {
        return parts.stream().map(part -> part.answer().value().id()).toList();
    }

    /** How much, and not what. */
    @Override
    public String toString() {
        return "ExchangeSendState[" + unsettled + ", " + parts.size() + " in parts]";
    }
}
