/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.cliqtel.camel.model.DeliveryStatus;
import com.cliqtel.camel.model.Direction;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.SmsQuery;

/** What a reader is told of: {@link Inbound} messages, or the {@link Statuses} that outbound ones go through. */
public sealed interface InboxTopic {

    /** The id of the account's number whose messages are meant; null for all. */
    Long numberId();

    /** What it is called in the ledger. */
    String purpose();

    /** Which way the messages go. */
    Direction direction();

    /** How far a message has come; a reader is told once of each state. */
    String stateOf(Sms sms);

    /** How long a message in this state is looked at again; empty when nothing is expected to follow. */
    Optional<Duration> followedFor(String state);

    /** Whether a reader is told of a message that is in this state when it is first seen. */
    boolean tellsFirst(String state);

    /** Whether a reader is told of this state at all. */
    boolean tells(String state);

    /** The messages of this topic, since a time; null for all. */
    default SmsQuery query(Instant since) {
        return new SmsQuery(
                direction(),
                null,
                numberId(),
                null,
                null,
                since == null ? null : since.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    /** Which of the account's messages are meant, for the name of a position. */
    default String filter() {
        return numberId() == null ? "all" : numberId().toString();
    }

    /**
     * Messages that arrive, each once.
     *
     * @param numberId the id of the number they arrive at; null for any
     */
    record Inbound(Long numberId) implements InboxTopic {

        @Override
        public String purpose() {
            return "inbound";
        }

        @Override
        public Direction direction() {
            return Direction.INBOUND;
        }

        @Override
        public String stateOf(Sms sms) {
            return "";
        }

        @Override
        public Optional<Duration> followedFor(String state) {
            return Optional.empty();
        }

        @Override
        public boolean tellsFirst(String state) {
            return true;
        }

        @Override
        public boolean tells(String state) {
            return true;
        }
    }

    /**
     * The statuses of messages sent, each change that is seen.
     *
     * @param numberId the id of the number they were sent from; null for any
     * @param giveUpAfter how long a message is followed that comes to no end
     * @param wanted the statuses to tell of, in lower case; empty for all
     */
    record Statuses(Long numberId, Duration giveUpAfter, Set<String> wanted) implements InboxTopic {

        /** Copies the set. */
        public Statuses {
            wanted = Set.copyOf(wanted);
        }

        private static final String UNKNOWN = "";

        @Override
        public String purpose() {
            return "status";
        }

        @Override
        public Direction direction() {
            return Direction.OUTBOUND;
        }

        @Override
        public String stateOf(Sms sms) {
            return sms.status() == null ? UNKNOWN : sms.status().word();
        }

        @Override
        public Optional<Duration> followedFor(String state) {
            return new DeliveryStatus(state).isFinal() ? Optional.empty() : Optional.of(giveUpAfter);
        }

        @Override
        public boolean tellsFirst(String state) {
            return !state.equals(DeliveryStatus.QUEUED.word()) && !state.equals(UNKNOWN);
        }

        @Override
        public boolean tells(String state) {
            return wanted.isEmpty() || wanted.contains(state.toLowerCase(Locale.ROOT));
        }

        // what one reader is not told of, another one may be
        @Override
        public String filter() {
            return InboxTopic.super.filter() + (wanted.isEmpty() ? "" : ":" + String.join(",", new TreeSet<>(wanted)));
        }
    }
}
