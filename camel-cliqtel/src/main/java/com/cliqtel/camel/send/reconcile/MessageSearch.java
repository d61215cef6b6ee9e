/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

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
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.wire.Sender;
import com.cliqtel.camel.wire.SmsQuery;

/**
 * The search for one SMS among the account's messages.
 *
 * @param sms the fingerprint of the SMS
 * @param unsettled what is known of it
 * @param owner the owner of the message
 */
record MessageSearch(Fingerprint sms, UnsettledSend unsettled, MessageOwner owner) {

    // created_at has whole seconds, and the clocks of the server's machines may differ a little
    private static final Duration MARGIN = Duration.ofSeconds(3);

    /** Returns the earliest creation time of a message that may be taken as this SMS. */
    Instant since(ServerClock clock) {
        return unsettled.began().since(clock).minus(MARGIN);
    }

    /** Returns the creation time before which a message certainly is another SMS. The list is read from this time on. */
    Instant earliest(ServerClock clock) {
        Instant earliest = unsettled.began().earliest(clock);
        Instant since = since(clock);
        return earliest.isBefore(since) ? earliest : since;
    }

    /**
     * Returns the query for the messages from this sender to this recipient. It finds none on a server that stores another
     * spelling.
     */
    SmsQuery query(ServerClock clock) {
        String from =
                sms.sender() instanceof Sender.Number known ? known.number().e164() : null;
        return query(senderId(), from, sms.to().e164(), earliest(clock));
    }

    /** Returns the query for all messages sent since then, filtered by the sender's id if only the id is known. */
    static SmsQuery all(Optional<Long> senderId, Instant since) {
        return query(senderId, null, null, since);
    }

    /**
     * Returns the sender's id if the sender is given by its id. The list is then filtered by the id, and its messages show the
     * number.
     */
    Optional<Long> senderId() {
        return sms.sender() instanceof Sender.NumberId known ? Optional.of(known.id()) : Optional.empty();
    }

    private static SmsQuery query(Optional<Long> senderId, String from, String to, Instant since) {
        return new SmsQuery(Direction.OUTBOUND, null, senderId.orElse(null), from, to, at(since));
    }

    private static OffsetDateTime at(Instant time) {
        return OffsetDateTime.ofInstant(Instant.ofEpochSecond(time.getEpochSecond()), ZoneOffset.UTC);
    }

    /** Returns the messages with exactly this text and recipient, the earliest first. */
    List<Sms> exact(Collection<Sms> messages, Instant since) {
        return matching(messages, since, message -> isExact(message) && isDated(message));
    }

    /** Returns the messages with a text, recipient or sender that differs only in ways that are known to mean the same. */
    List<Sms> probable(Collection<Sms> messages, Instant since) {
        return matching(messages, since, message -> !isExact(message) && isSame(message) && isDated(message));
    }

    /**
     * Returns the messages that may be this SMS, but without enough certainty to take them. They were created a little before
     * the estimated beginning, or show its text, recipient, sender or time in an unknown form or not
     * at all.
     *
     * @param since the result of {@link #since}
     * @param earliest the result of {@link #earliest}
     */
    List<Sms> possible(Collection<Sms> messages, Instant since, Instant earliest) {
        return matching(
                messages,
                earliest,
                message -> mayBe(message) && !(isSame(message) && isDated(message) && isCreatedSince(message, since)));
    }

    private boolean isExact(Sms message) {
        return sms.text().value().equals(message.body())
                && sms.to().e164().equals(message.to())
                && isSender(message, NumberSpelling::isSame);
    }

    private boolean isSame(Sms message) {
        return message.body() != null
                && NumberSpelling.isSame(sms.to().e164(), message.to())
                && isSender(message, NumberSpelling::isSame)
                && TextSimilarity.isSame(sms.text().value(), message.body());
    }

    private boolean mayBe(Sms message) {
        return NumberSpelling.mayBe(sms.to().e164(), message.to())
                && isSender(message, NumberSpelling::mayBe)
                && TextSimilarity.mayBe(sms.text().value(), message.body());
    }

    // the query has filtered by a sender's id; the message shows the number
    private boolean isSender(Sms message, BiPredicate<String, String> spelt) {
        return !(sms.sender() instanceof Sender.Number sender)
                || spelt.test(sender.number().e164(), message.from());
    }

    // without a time it may be from long before, as where the same text was sent yesterday
    private static boolean isDated(Sms message) {
        return message.createdAt() != null;
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
