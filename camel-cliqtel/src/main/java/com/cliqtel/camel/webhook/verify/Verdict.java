/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.util.Optional;

import com.cliqtel.camel.model.WebhookContent;

/** The result of a request's checks: {@link Accepted} for the route, or {@link Answered} without it. */
public sealed interface Verdict {

    /**
     * The event is from Cliqtel and goes to the route. The result of the route decides the answer.
     *
     * @param content the event, read from the bytes with the verified signature
     */
    record Accepted(WebhookContent content) implements Verdict {}

    /**
     * The request doesn't reach the route.
     *
     * @param answer the HTTP answer
     * @param content the event that the request holds; empty if its signature is wrong or it can't be read
     */
    record Answered(HttpAnswer answer, Optional<WebhookContent> content) implements Verdict {

        Answered(HttpAnswer answer) {
            this(answer, Optional.empty());
        }
    }
}
