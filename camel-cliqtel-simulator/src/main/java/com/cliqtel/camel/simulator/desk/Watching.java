/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.desk;

import java.util.Map;

import com.cliqtel.camel.simulator.account.AccountWatcher;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.http.ReceivedCall;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery;

/**
 * Tells the feed what happens on a desk.
 *
 * @param feed the feed
 * @param masking what of it must not be shown
 */
public record Watching(Feed feed, Masking masking) implements AccountWatcher {

    /**
     * Watches an account.
     *
     * @param feed who is told
     * @param facts what its secrets are
     * @return the watcher
     */
    public static Watching of(Feed feed, Desk.Facts facts) {
        return new Watching(feed, new Masking(facts.secrets()));
    }

    @Override
    public void added(Message message) {
        changed(message);
    }

    @Override
    public void changed(Message message) {
        feed.tell("message", "message " + message.id(), () -> Views.message(message));
    }

    @Override
    public void deleted(long id) {
        feed.tell("deleted", "message " + id, () -> Map.of("id", id));
    }

    /**
     * A call has ended.
     *
     * @param call as it is in the log
     */
    public void called(ReceivedCall call) {
        feed.tell("call", "call " + call.number(), () -> new Views(masking).call(call));
    }

    /**
     * An attempt to send a webhook has ended.
     *
     * @param webhook as it is in the log
     */
    public void posted(WebhookDelivery webhook) {
        feed.tell("webhook", "webhook " + webhook.number(), () -> new Views(masking).webhook(webhook));
    }
}
