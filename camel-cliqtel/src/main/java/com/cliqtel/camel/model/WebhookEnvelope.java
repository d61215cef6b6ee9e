/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.util.Map;

/** What every webhook has around it: the event's name, which says how to view the rest. */
public final class WebhookEnvelope {

    private WebhookEnvelope() {}

    /**
     * Views the JSON of a webhook.
     *
     * @return a {@link StatusUpdate} for the event of the reference, a {@link WebhookEvent} for any other
     * @throws IllegalArgumentException when it is not an event: no name, or a status update without a message's id
     */
    public static WebhookContent of(Map<String, Object> json) {
        JsonFields envelope = new JsonFields(json);
        String event = envelope.text("event");
        if (event == null || event.isBlank()) {
            throw new IllegalArgumentException("no event: the name of one was expected");
        }
        return event.equals(StatusUpdate.EVENT) ? StatusUpdate.of(envelope) : WebhookEvent.of(envelope);
    }
}
