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
import com.cliqtel.camel.wire.SmsQuery;

/** The messages that an inbox delivers: {@link Inbound} ones, or outbound ones whenever their {@link Statuses} change. */
public sealed interface InboxTopic {

    /** Returns the id of the account's number; null for all numbers. */
    Long numberId();

    /** Returns the name in the ledger, which is also the operation. */
    String purpose();

    /** Returns the direction of the messages. */
    Direction direction();

    /** Returns the state of a message. Each state is delivered once. */
    String stateOf(Sms sms);

    /** Returns how long a message in this state is followed; empty if no other state can come. */
    Optional<Duration> followedFor(String state);

    /** Returns whether a message that is in this state when it is first seen is delivered. */
    boolean deliversFirst(String state);

    /** Returns whether this state is delivered at all. */
    boolean delivers(String state);

    /** Returns the query for the messages of this topic since a time; null for all. */
    default SmsQuery query(Instant since) {
        return new SmsQuery(
                direction(),
                null,
                numberId(),
                null,
                null,
                since == null ? null : since.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    /** Returns the filter as a part of the position's name. */
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
        public boolean deliversFirst(String state) {
            return true;
        }

        @Override
        public boolean delivers(String state) {
            return true;
        }
    }

    /**
     * The statuses of messages sent, each change that is seen.
     *
     * @param numberId the id of the number they were sent from; null for any
     * @param giveUpAfter how long a message without a final status is followed
     * @param statuses the statuses to deliver, in lower case; empty for all
     */
    record Statuses(Long numberId, Duration giveUpAfter, Set<String> statuses) implements InboxTopic {

        /** Copies the set. */
        public Statuses {
            statuses = Set.copyOf(statuses);
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
        public boolean deliversFirst(String state) {
            return !state.equals(DeliveryStatus.QUEUED.word()) && !state.equals(UNKNOWN);
        }

        @Override
        public boolean delivers(String state) {
            return statuses.isEmpty() || statuses.contains(state.toLowerCase(Locale.ROOT));
        }

        // readers with different statuses have positions of their own
        @Override
        public String filter() {
            return InboxTopic.super.filter()
                    + (statuses.isEmpty() ? "" : ":" + String.join(",", new TreeSet<>(statuses)));
        }
    }
}
