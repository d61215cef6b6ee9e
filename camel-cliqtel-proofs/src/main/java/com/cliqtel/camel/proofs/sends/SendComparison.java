/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.account.StoredForm;

/** Compares the outcomes that callers got with the messages at the simulator. */
final class SendComparison {

    private final List<LogicalSend> sends;
    private final SendOutcomes endings;
    private final List<Message> messages;
    private final StoredForm form;
    private final Map<Long, Message> byId;
    private final Map<Integer, Long> bySend;
    private final Map<Long, Long> reportedIds = new HashMap<>();

    /** @param form the form in which the account stores what is sent */
    SendComparison(List<LogicalSend> sends, SendOutcomes endings, List<Message> messages, StoredForm form) {
        this.form = form;
        this.sends = sends;
        this.endings = endings;
        this.messages = messages;
        this.byId = messages.stream().collect(Collectors.toMap(Message::id, Function.identity()));
        this.bySend = messages.stream()
                .collect(Collectors.groupingBy(
                        message -> LogicalSend.marked(message.statusCallbackUrl()), Collectors.counting()));
        sends.stream()
                .filter(send -> is(send, SendOutcome.Kind.SENT))
                .forEach(send -> reportedIds.merge(endings.of(send).id(), 1L, Long::sum));
    }

    /** How many ended so. */
    long ended(SendOutcome.Kind kind) {
        return count(send -> is(send, kind));
    }

    /** How many of those that ended so were sent. */
    long reallySent(SendOutcome.Kind kind) {
        return count(send -> is(send, kind) && there(send) > 0);
    }

    /** How many have not ended, or more than once. */
    long notEndedOnce() {
        return count(send -> endings.of(send) == null) + endings.repeated();
    }

    /** How many messages there are beyond one for each send. */
    long doubled() {
        return sends.stream().mapToLong(send -> Math.max(0, there(send) - 1)).sum();
    }

    /** How many messages of a recipient and text there are beyond those that were asked for and not denied: sees less, and trusts no mark. */
    long doubledByText() {
        Map<String, Long> wanted = sends.stream()
                .filter(send -> !isDenied(send))
                .collect(Collectors.groupingBy(this::stored, Collectors.counting()));
        return messages.stream()
                .collect(Collectors.groupingBy(sms -> sms.to() + ' ' + sms.body(), Collectors.counting()))
                .entrySet()
                .stream()
                .mapToLong(text -> Math.max(0, text.getValue() - wanted.getOrDefault(text.getKey(), 0L)))
                .sum();
    }

    /** How many were told to be sent and are not there, or as a message that is another's or not theirs to have. */
    long lost() {
        return count(this::isLost);
    }

    /** How many were told not to be sent and are there. */
    long wronglyDenied() {
        return count(send -> isDenied(send) && there(send) > 0);
    }

    /** How many were told the id of an equal text's message; that one's sender was told theirs, or nothing. */
    long exchanged() {
        return count(send -> is(send, SendOutcome.Kind.SENT)
                && byId.containsKey(endings.of(send).id())
                && LogicalSend.marked(byId.get(endings.of(send).id()).statusCallbackUrl()) != send.number());
    }

    private boolean isLost(LogicalSend send) {
        if (is(send, SendOutcome.Kind.SENT_AS_UNKNOWN_ID)) {
            return there(send) == 0;
        }
        if (!is(send, SendOutcome.Kind.SENT)) {
            return false;
        }
        long id = endings.of(send).id();
        Message told = byId.get(id);
        return told == null
                || !stored(send).equals(told.to() + ' ' + told.body())
                || reportedIds.get(id) > 1
                || there(send) == 0;
    }

    private String stored(LogicalSend send) {
        return form.recipient().apply(send.to()) + ' ' + form.text().apply(send.text());
    }

    private boolean isDenied(LogicalSend send) {
        return endings.of(send) != null && endings.of(send).isDenied();
    }

    private boolean is(LogicalSend send, SendOutcome.Kind kind) {
        return endings.of(send) != null && endings.of(send).kind() == kind;
    }

    private long there(LogicalSend send) {
        return bySend.getOrDefault(send.number(), 0L);
    }

    private long count(Predicate<LogicalSend> condition) {
        return sends.stream().filter(condition).count();
    }
}
