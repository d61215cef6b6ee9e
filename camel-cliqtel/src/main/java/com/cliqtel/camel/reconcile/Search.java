/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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
    private static final Duration CLOCK_UNKNOWN = Duration.ofDays(1);

    /** What is created before this was another SMS. */
    Instant since(ServerClock clock) {
        return unsettled.began().atServer(clock).minus(MARGIN);
    }

    /** From when on messages are asked for: the same, or a day more while the server's clock is not known. */
    Instant askedSince(ServerClock clock) {
        boolean known = clock.earliest(Instant.EPOCH).isPresent() || unsettled.began() instanceof Beginning.AtServer;
        return known ? since(clock) : since(clock).minus(CLOCK_UNKNOWN);
    }

    /** Asks for the messages to that number from that sender. */
    SmsQuery query(ServerClock clock) {
        return query(sms.sender(), sms.to().e164(), askedSince(clock));
    }

    /** Asks for the messages of many such searches at once, all from one sender. */
    static SmsQuery shared(Sender sender, Instant since) {
        return query(sender, null, since);
    }

    private static SmsQuery query(Sender sender, String to, Instant since) {
        Long id = sender instanceof Sender.NumberId known ? known.id() : null;
        String number = sender instanceof Sender.Number known ? known.number().e164() : null;
        return new SmsQuery(Direction.OUTBOUND, null, id, number, to, at(since));
    }

    private static OffsetDateTime at(Instant time) {
        return OffsetDateTime.ofInstant(Instant.ofEpochSecond(time.getEpochSecond()), ZoneOffset.UTC);
    }

    /** The messages with exactly this text, those that came first before the others. */
    List<Sms> exact(Collection<Sms> messages, Instant since) {
        return matching(messages, since, text -> text.equals(sms.text().value()));
    }

    /** The messages whose text differs only as servers and carriers change texts: in composition, line ends and outer blanks. */
    List<Sms> probable(Collection<Sms> messages, Instant since) {
        Likeness wanted = sms.likeness();
        return matching(
                messages,
                since,
                text -> !text.equals(sms.text().value())
                        && Likeness.of(sms.to(), text).equals(wanted));
    }

    private List<Sms> matching(Collection<Sms> messages, Instant since, Predicate<String> says) {
        return messages.stream()
                .filter(message -> message.body() != null && says.test(message.body()))
                .filter(message -> sms.to().e164().equals(message.to()))
                .filter(this::isFromSender)
                .filter(message ->
                        message.direction() == null || message.direction().equals(Direction.OUTBOUND))
                .filter(message -> message.createdAt() == null
                        || !message.createdAt().toInstant().isBefore(since))
                .sorted(Comparator.comparing(Sms::id))
                .toList();
    }

    // a sender that is an id has been asked for by it; the message shows the number
    private boolean isFromSender(Sms message) {
        return !(sms.sender() instanceof Sender.Number sender)
                || sender.number().e164().equals(message.from());
    }

    /** The recipient, masked. */
    @Override
    public String toString() {
        return "Search[to=" + sms.to() + "]";
    }
}
