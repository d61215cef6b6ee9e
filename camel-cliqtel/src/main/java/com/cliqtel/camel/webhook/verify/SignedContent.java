/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import com.cliqtel.camel.model.WebhookContent;

/**
 * What of a webhook the signature covers. The reference leaves it open: its words say the JSON payload, its sample
 * hashes the payload parsed and written again.
 */
public enum SignedContent {

    /** Either of the two others, the bytes received first. */
    AUTO(SignedForm.RAW, SignedForm.STRINGIFIED),

    /** The bytes received. */
    RAW(SignedForm.RAW),

    /** {@code JSON.stringify(JSON.parse(body))}, as the reference's sample has it. */
    STRINGIFIED(SignedForm.STRINGIFIED);

    private final List<SignedForm> forms;

    SignedContent(SignedForm... forms) {
        this.forms = List.of(forms);
    }

    /**
     * The form of the body that is signed; empty when none is.
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

    /** Bytes whose signature is right. The event is read from them and from nothing else. */
    record Verified(SignedForm form, byte[] bytes) {

        /** The event in them; empty when there is none. */
        Optional<WebhookContent> event() {
            try {
                return Optional.of(form.read(bytes));
            } catch (IllegalArgumentException notAnEvent) {
                return Optional.empty();
            }
        }
    }
}
