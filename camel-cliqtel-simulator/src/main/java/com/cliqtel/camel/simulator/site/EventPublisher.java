/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.site;

import java.util.Map;

import com.cliqtel.camel.simulator.account.AccountListener;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.http.ReceivedCall;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery;

/**
 * Publishes the changes of an account as events for the page.
 *
 * @param events the buffer to publish to
 * @param masking masks secrets
 */
public record EventPublisher(EventBuffer events, SecretMask masking) implements AccountListener {

    /**
     * Creates a publisher for an account.
     *
     * @param events the buffer to publish to
     * @param fixed has the secrets to mask
     * @return the publisher
     */
    public static EventPublisher of(EventBuffer events, RunningAccount.FixedValues fixed) {
        return new EventPublisher(events, new SecretMask(fixed.secrets()));
    }

    @Override
    public void added(Message message) {
        changed(message);
    }

    @Override
    public void changed(Message message) {
        events.publish("message", "message " + message.id(), () -> SiteViews.message(message));
    }

    @Override
    public void deleted(long id) {
        events.publish("deleted", "message " + id, () -> Map.of("id", id));
    }

    /**
     * A call has ended.
     *
     * @param call as it is in the log
     */
    public void called(ReceivedCall call) {
        events.publish("call", "call " + call.number(), () -> new SiteViews(masking).call(call));
    }

    /**
     * An attempt to send a webhook has ended.
     *
     * @param webhook as it is in the log
     */
    public void posted(WebhookDelivery webhook) {
        events.publish("webhook", "webhook " + webhook.number(), () -> new SiteViews(masking).webhook(webhook));
    }
}
