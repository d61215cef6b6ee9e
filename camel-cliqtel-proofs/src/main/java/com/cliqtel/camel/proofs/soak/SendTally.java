/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.cliqtel.camel.proofs.sends.SendOutcome;
import com.cliqtel.camel.simulator.account.Message;

/**
 * What senders were told of their orders, compared with what is at the account. An order with a key may be told of again and again: once
 * it is told as sent, it stays so. Orders of one text and recipient are counted together, for nobody can tell their messages apart.
 * Thread-safe.
 */
final class SendTally {

    private final List<Order> orders = new ArrayList<>();
    private final Map<Integer, SendOutcome> endings = new HashMap<>();
    private long contradicted;
    private long handedOver;

    synchronized void ordered(Order order) {
        orders.add(order);
    }

    synchronized void handedOver() {
        handedOver++;
    }

    /** @return how it counts from now on */
    synchronized SendOutcome told(int order, SendOutcome ending) {
        SendOutcome before = endings.get(order);
        if (before == null || before.kind() != SendOutcome.Kind.SENT) {
            endings.put(order, ending);
            return ending;
        }
        if (ending.kind() == SendOutcome.Kind.SENT && !ending.id().equals(before.id())) {
            contradicted++;
        }
        return before;
    }

    synchronized long orders() {
        return orders.size();
    }

    /** How often one was handed over, the first time included. */
    synchronized long handovers() {
        return handedOver;
    }

    /** Orders nobody has been told of. */
    synchronized long open() {
        return orders.size() - endings.size();
    }

    synchronized long ended(SendOutcome.Kind kind) {
        return endings.values().stream().filter(ending -> ending.kind() == kind).count();
    }

    /**
     * What the comparison says.
     *
     * @param accepted messages at the account
     * @param doubled of them, those beyond what was told as sent or left open
     * @param lost orders told as sent that are not there, or as another's message, or as two
     * @param denied orders told as not sent that are there
     * @param silent of those accepted, how many their senders don't know of
     */
    record Balance(long accepted, long doubled, long lost, long denied, long silent) {

        boolean isKept() {
            return doubled + lost + denied == 0;
        }
    }

    synchronized Balance against(List<Message> outbound) {
        Map<String, Long> there =
                outbound.stream().collect(Collectors.groupingBy(SendTally::sms, Collectors.counting()));
        Map<String, Long> sent = count(ending ->
                ending.kind() == SendOutcome.Kind.SENT || ending.kind() == SendOutcome.Kind.SENT_AS_UNKNOWN_ID);
        Map<String, Long> open = count(ending -> ending.kind() == SendOutcome.Kind.UNKNOWN);
        Map<String, Long> all = new HashMap<>(there);
        orders.forEach(order -> all.putIfAbsent(order.sms(), 0L));
        long doubled = 0;
        long denied = 0;
        long lost = 0;
        long silent = 0;
        Map<String, Long> refused = count(SendOutcome::isDenied);
        for (Map.Entry<String, Long> group : all.entrySet()) {
            long told = sent.getOrDefault(group.getKey(), 0L);
            long extra = group.getValue() - told - open.getOrDefault(group.getKey(), 0L);
            long deniedHere = Math.max(0, Math.min(extra, refused.getOrDefault(group.getKey(), 0L)));
            denied += deniedHere;
            doubled += Math.max(0, extra - deniedHere);
            lost += Math.max(0, told - group.getValue());
            silent += Math.max(0, group.getValue() - told);
        }
        return new Balance(outbound.size(), doubled, lost + foreignMessages(outbound), denied, silent);
    }

    private Map<String, Long> count(Predicate<SendOutcome> which) {
        return orders.stream()
                .filter(order -> endings.containsKey(order.number()) && which.test(endings.get(order.number())))
                .collect(Collectors.groupingBy(Order::sms, Collectors.counting()));
    }

    /** Orders told as a message that is not theirs, or is another order's too. */
    private long foreignMessages(List<Message> outbound) {
        Map<Long, String> byId = outbound.stream().collect(Collectors.toMap(Message::id, SendTally::sms));
        Set<Long> taken = new HashSet<>();
        long strangers = contradicted;
        for (Order order : orders) {
            SendOutcome ending = endings.get(order.number());
            if (ending != null && ending.kind() == SendOutcome.Kind.SENT) {
                boolean own = order.sms().equals(byId.get(ending.id()));
                strangers += own && taken.add(ending.id()) ? 0 : 1;
            }
        }
        return strangers;
    }

    private static String sms(Message message) {
        return message.to() + ' ' + message.body();
    }
}
