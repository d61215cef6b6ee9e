/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import java.time.Instant;
import java.util.Optional;

import com.cliqtel.camel.CliqtelEndpoint;
import com.cliqtel.camel.exchange.ResultHeaders;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.options.AllowedWords;
import com.cliqtel.camel.poll.inbox.InboxTopic;
import com.cliqtel.camel.poll.inbox.NewMessage;
import org.apache.camel.Message;

/** What a polling operation reads, and what it makes of each piece of news. */
public enum PollSource {
    INBOUND {
        @Override
        public InboxTopic topic(CliqtelEndpoint endpoint) {
            return new InboxTopic.Inbound(endpoint.getList().getNumberId());
        }

        @Override
        Optional<Instant> happened(NewMessage news) {
            return Optional.of(news.created());
        }

        @Override
        void write(NewMessage news, Message message) {
            message.setBody(news.sms());
            ResultHeaders.on(message).sms(news.sms());
        }
    },
    STATUS {
        @Override
        public InboxTopic topic(CliqtelEndpoint endpoint) {
            return new InboxTopic.Statuses(
                    endpoint.getList().getNumberId(),
                    PollSettings.of(endpoint).giveUpAfter(),
                    AllowedWords.STATUSES.several(endpoint.getWebhook().getStatuses()));
        }

        // lists don't say since when a message has its status
        @Override
        Optional<Instant> happened(NewMessage news) {
            return Optional.empty();
        }

        @Override
        void write(NewMessage news, Message message) {
            StatusUpdate update = StatusUpdate.seen(news.sms(), news.seenAt());
            message.setBody(update);
            ResultHeaders.on(message).event(update, false);
        }
    };

    public abstract InboxTopic topic(CliqtelEndpoint endpoint);

    /** When the piece of news came to be; empty where nobody knows. */
    abstract Optional<Instant> happened(NewMessage news);

    abstract void write(NewMessage news, Message message);
}
