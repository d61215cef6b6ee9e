/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.time.Instant;
import java.util.Optional;

import com.cliqtel.camel.inbox.News;
import com.cliqtel.camel.inbox.Topic;
import com.cliqtel.camel.model.StatusUpdate;
import org.apache.camel.Message;

/** What a polling operation reads, and what it makes of each piece of news. */
enum Feed {
    INBOUND {
        @Override
        Topic topic(CliqtelEndpoint endpoint) {
            return new Topic.Inbound(endpoint.getList().getNumberId());
        }

        @Override
        Optional<Instant> happened(News news) {
            return Optional.of(news.created());
        }

        @Override
        void write(News news, Message message) {
            message.setBody(news.sms());
            Facts.on(message).sms(news.sms());
        }
    },
    STATUS {
        @Override
        Topic topic(CliqtelEndpoint endpoint) {
            return new Topic.Statuses(
                    endpoint.getList().getNumberId(),
                    PollSettings.of(endpoint).giveUpAfter(),
                    Words.STATUSES.several(endpoint.getWebhook().getStatuses()));
        }

        // lists don't say since when a message has its status
        @Override
        Optional<Instant> happened(News news) {
            return Optional.empty();
        }

        @Override
        void write(News news, Message message) {
            StatusUpdate update = StatusUpdate.seen(news.sms(), news.seenAt());
            message.setBody(update);
            Facts.on(message).event(update, false);
        }
    };

    abstract Topic topic(CliqtelEndpoint endpoint);

    /** When the piece of news came to be; empty where nobody knows. */
    abstract Optional<Instant> happened(News news);

    abstract void write(News news, Message message);
}
