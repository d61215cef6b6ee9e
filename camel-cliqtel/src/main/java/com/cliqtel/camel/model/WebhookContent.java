/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.time.OffsetDateTime;

/** What a webhook says: a {@link StatusUpdate}, or a {@link WebhookEvent} of a kind this version doesn't know. */
public sealed interface WebhookContent extends ApiObject permits StatusUpdate, WebhookEvent {

    /** The event's name as it came, such as {@code sms.status_updated}. */
    String event();

    /** When the event happened, by the server's clock; null when it was left out or unreadable. */
    OffsetDateTime timestamp();
}
