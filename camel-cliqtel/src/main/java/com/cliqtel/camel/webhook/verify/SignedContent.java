/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import com.cliqtel.camel.model.WebhookContent;

/**
 * The form of a webhook's body that is signed. The reference is ambiguous: its text says the JSON payload, its sample signs the
 * payload after parsing and writing it again.
 */
public enum SignedContent {

    /** The bytes received, or else the stringified form. */
    AUTO(SignedForm.RAW, SignedForm.STRINGIFIED),

    /** The bytes received. */
    RAW(SignedForm.RAW),

    /** {@code JSON.stringify(JSON.parse(body))}, as in the reference's sample. */
    STRINGIFIED(SignedForm.STRINGIFIED);

    private final List<SignedForm> forms;

    SignedContent(SignedForm... forms) {
        this.forms = List.of(forms);
    }

    /**
     * Returns the form of the body that is signed; empty if none is.
     *
     * @param signed returns whether the signature belongs to the bytes
     */
    Optional<Verified> verified(byte[] body, Predicate<byte[]> signed) {
        for (SignedForm form : forms) {
            Optional<byte[]> bytes = form.of(body).filter(signed);
            if (bytes.isPresent()) {
                return bytes.map(b -> new Verified(form, b));
            }
        }
        return Optional.empty();
    }

    /** Bytes with a right signature. Only from these the event is read. */
    record Verified(SignedForm form, byte[] bytes) {

        /** Returns their event; empty if there is none. */
        Optional<WebhookContent> event() {
            try {
                return Optional.of(form.read(bytes));
            } catch (IllegalArgumentException notAnEvent) {
                return Optional.empty();
            }
        }
    }
}
