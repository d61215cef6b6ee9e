/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import com.cliqtel.camel.model.WebhookContent;
import com.cliqtel.camel.wire.Json;
import com.cliqtel.camel.wire.StringifiedJson;

/** A form of a webhook's body that can be signed and from which the event is read. */
enum SignedForm {

    /** The bytes received. */
    RAW(body -> body, content -> true),

    /** The bytes after {@code JSON.parse} and {@code JSON.stringify}, where numbers are doubles. */
    STRINGIFIED(StringifiedJson::of, SignedForm::hasExactId);

    // Number.MAX_SAFE_INTEGER: beyond it, neighbouring ids become one
    private static final double MAX_EXACT = 0x1p53 - 1;

    private final UnaryOperator<byte[]> form;
    private final Predicate<WebhookContent> trustworthy;

    SignedForm(UnaryOperator<byte[]> form, Predicate<WebhookContent> trustworthy) {
        this.form = form;
        this.trustworthy = trustworthy;
    }

    /** Returns the body in this form; empty if it isn't JSON. */
    Optional<byte[]> of(byte[] body) {
        try {
            return Optional.of(form.apply(body));
        } catch (IllegalArgumentException hasNoSuchForm) {
            return Optional.empty();
        }
    }

    /**
     * Reads the event from bytes in this form.
     *
     * @throws IllegalArgumentException when there is no event in them, or its id was rounded
     */
    WebhookContent read(byte[] signed) {
        WebhookContent content = WebhookContent.of(Json.read(signed));
        if (!trustworthy.test(content)) {
            throw new IllegalArgumentException("a rounded id: beyond 2^53 - 1 it had to be a string");
        }
        return content;
    }

    private static boolean hasExactId(WebhookContent content) {
        return !(content.json().get("data") instanceof Map<?, ?> data)
                || !(data.get("id") instanceof Number id)
                || Math.abs(id.doubleValue()) <= MAX_EXACT;
    }
}
