/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

import com.cliqtel.camel.client.ServerClock;
import com.cliqtel.camel.model.Direction;
import com.cliqtel.camel.model.Sender;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.SmsQuery;

/**
 * The search for one SMS among the account's messages.
 *
 * @param sms what it looks like
 * @param unsettled what is known of it
 * @param owner whose it is
 */
record Search(Fingerprint sms, Unsettled unsettled, String owner) {

    // whole seconds, and a little for clocks that differ from one of the server's machines to the next
    private static final Duration MARGIN = Duration.ofSeconds(3);

    /** A message that was created from then on may be taken for this SMS. */
    Instant since(ServerClock clock) {
        return unsettled.began().since(clock).minus(MARGIN);
    }

    /** What is created before this was certainly another SMS; messages are asked for from then on. */
    Instant earliest(ServerClock clock) {
        Instant earliest = unsettled.began().earliest(clock);
        Instant since = since(clock);
        return earliest.isBefore(since) ? earliest : since;
    }

    /** Asks for the messages to that number from that sender. A server that stores either in another spelling shows none. */
    SmsQuery query(ServerClock clock) {
        String from =
                sms.sender() instanceof Sender.Number known ? known.number().e164() : null;
        return query(senderId(), from, sms.to().e164(), earliest(clock));
    }

    /** Asks for all messages that were sent since, those by the sender's id where only that is known. */
    static SmsQuery all(Optional<Long> senderId, Instant since) {
        return query(senderId, null, null, since);
    }

    /** The sender's id, if the sender is given by it: then messages are asked for by it, and show a number. */
    Optional<Long> senderId() {
        return sms.sender() instanceof Sender.NumberId known ? Optional.of(known.id()) : Optional.empty();
    }

    private static SmsQuery query(Optional<Long> senderId, String from, String to, Instant since) {
        return new SmsQuery(Direction.OUTBOUND, null, senderId.orElse(null), from, to, at(since));
    }

    private static OffsetDateTime at(Instant time) {
        return OffsetDateTime.ofInstant(Instant.ofEpochSecond(time.getEpochSecond()), ZoneOffset.UTC);
    }

    /** The messages with exactly this text and recipient, those that came first before the others. */
    List<Sms> exact(Collection<Sms> messages, Instant since) {
        return matching(messages, since, this::isExact);
    }

    /** The messages whose text, recipient or sender differ only in ways that are known to mean the same. */
    List<Sms> probable(Collection<Sms> messages, Instant since) {
        return matching(messages, since, message -> !isExact(message) && isSame(message));
    }

    /**
     * The messages that may be this SMS although they may not be taken for it: those that were created a little before it is
     * thought to have begun, and those that show its text, recipient or sender in an unknown form, or not at all.
     *
     * @param since from {@link #since}
     * @param earliest from {@link #earliest}
     */
    List<Sms> possible(Collection<Sms> messages, Instant since, Instant earliest) {
        return matching(
                messages, earliest, message -> mayBe(message) && !(isSame(message) && isCreatedSince(message, since)));
    }

    private boolean isExact(Sms message) {
        return sms.text().value().equals(message.body())
                && sms.to().e164().equals(message.to())
                && isSender(message, Spelling::isSame);
    }

    private boolean isSame(Sms message) {
        return message.body() != null
                && Spelling.isSame(sms.to().e164(), message.to())
                && isSender(message, Spelling::isSame)
                && Wording.isSame(sms.text().value(), message.body());
    }

    private boolean mayBe(Sms message) {
        return Spelling.mayBe(sms.to().e164(), message.to())
                && isSender(message, Spelling::mayBe)
                && Wording.mayBe(sms.text().value(), message.body());
    }

    // a sender that is an id has been asked for by it; the message shows the number
    private boolean isSender(Sms message, BiPredicate<String, String> spelt) {
        return !(sms.sender() instanceof Sender.Number sender)
                || spelt.test(sender.number().e164(), message.from());
    }

    private static boolean isCreatedSince(Sms message, Instant since) {
        return message.createdAt() == null || !message.createdAt().toInstant().isBefore(since);
    }

    private static List<Sms> matching(Collection<Sms> messages, Instant since, Predicate<Sms> wanted) {
        return messages.stream()
                .filter(message -> !Direction.INBOUND.equals(message.direction()))
                .filter(message -> isCreatedSince(message, since))
                .filter(wanted)
                .sorted(Comparator.comparing(Sms::id))
                .toList();
    }

    /** The recipient, masked. */
    @Override
    public String toString() {
        return "Search[to=" + sms.to() + "]";
    }
}
