/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.util.Optional;

import com.cliqtel.camel.model.WebhookContent;

/** What is to become of a request: {@link Accepted} for the route, or {@link Answered} without it. */
public sealed interface Verdict {

    /**
     * It is from Cliqtel and wanted: the route shall have it, and how the route ends decides the answer.
     *
     * @param content what it says, read from the bytes whose signature was verified
     */
    record Accepted(WebhookContent content) implements Verdict {}

    /**
     * The route has nothing to do with it.
     *
     * @param answer the HTTP answer
     * @param content the event that the request holds; empty where its signature is wrong or it can't be read
     */
    record Answered(HttpAnswer answer, Optional<WebhookContent> content) implements Verdict {

        Answered(HttpAnswer answer) {
            this(answer, Optional.empty());
        }
    }
}
