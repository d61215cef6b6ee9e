/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import com.cliqtel.camel.exchange.ResultHeaders;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.poll.inbox.InboxTopic;
import com.cliqtel.camel.poll.inbox.NewMessage;
import org.apache.camel.Message;

/** The polling operations: which messages each reads, and how it writes them to an exchange. */
public enum PollSource {
    INBOUND {
        @Override
        InboxTopic topic(Long numberId, Duration giveUpAfter, Set<String> statuses) {
            return new InboxTopic.Inbound(numberId);
        }

        @Override
        Optional<Instant> happened(NewMessage found) {
            return Optional.of(found.created());
        }

        @Override
        void write(NewMessage found, Message message) {
            message.setBody(found.sms());
            ResultHeaders.on(message).sms(found.sms());
        }
    },
    STATUS {
        @Override
        InboxTopic topic(Long numberId, Duration giveUpAfter, Set<String> statuses) {
            return new InboxTopic.Statuses(numberId, giveUpAfter, statuses);
        }

        // lists don't say since when a message has its status
        @Override
        Optional<Instant> happened(NewMessage found) {
            return Optional.empty();
        }

        @Override
        void write(NewMessage found, Message message) {
            StatusUpdate update = StatusUpdate.seen(found.sms(), found.seenAt());
            message.setBody(update);
            ResultHeaders.on(message).event(update, false);
        }
    };

    /**
     * Returns the messages to read.
     *
     * @param numberId the id of the account's number; null for all numbers
     * @param giveUpAfter how long the status of a message is followed
     * @param statuses the statuses to report, in lower case; empty for all
     */
    abstract InboxTopic topic(Long numberId, Duration giveUpAfter, Set<String> statuses);

    /** Returns the time of what is reported; empty if it isn't known. */
    abstract Optional<Instant> happened(NewMessage found);

    abstract void write(NewMessage found, Message message);
}
