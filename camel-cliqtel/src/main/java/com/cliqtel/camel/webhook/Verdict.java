/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

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
     * @param answer what the sender is told
     */
    record Answered(HttpAnswer answer) implements Verdict {}
}
