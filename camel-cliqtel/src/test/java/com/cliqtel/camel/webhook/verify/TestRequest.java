/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import com.cliqtel.camel.wire.StringifiedJson;

/** A webhook request for tests. Immutable. */
record TestRequest(String method, List<String> types, List<String> encodings, List<String> signatures, byte[] body) {

    static final String SECRET = "application-key-é";
    static final int LIMIT = 64 * 1024;

    /** The webhook of the reference, as it is printed there. */
    static final String REFERENCE = """
            {
              "event": "sms.status_updated",
              "data": {
                "id": 42,
                "from": "+16625163513",
                "to": "+31612345678",
                "direction": "outbound",
                "status": "delivered",
                "segments": 1,
                "cost": 0.008,
                "currency": "EUR",
                "created_at": "2026-04-03T10:15:30+00:00",
                "updated_at": "2026-04-03T10:15:33+00:00"
              },
              "timestamp": "2026-04-03T10:15:33+00:00"
            }""";

    /** Not signed. */
    static TestRequest post(byte[] body) {
        return new TestRequest("POST", List.of("application/json"), List.of(), List.of(), body);
    }

    /** Not signed. */
    static TestRequest post(String body) {
        return post(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Signed over the bytes sent. */
    static TestRequest signed(String body) {
        return post(body).plusSignature(SignatureVerifier.sign(body.getBytes(StandardCharsets.UTF_8), SECRET));
    }

    /** Signed over the body parsed and written again. */
    static TestRequest signedStringified(String body) {
        byte[] stringified = StringifiedJson.of(body.getBytes(StandardCharsets.UTF_8));
        return post(body).plusSignature(SignatureVerifier.sign(stringified, SECRET));
    }

    /** Signed over other bytes than those sent. */
    static TestRequest signedAs(String signed, String body) {
        return signed(signed).withBody(body.getBytes(StandardCharsets.UTF_8));
    }

    TestRequest plusSignature(String value) {
        return withSignatures(
                Stream.concat(signatures.stream(), Stream.of(value)).toArray(String[]::new));
    }

    TestRequest withSignatures(String... values) {
        return new TestRequest(method, types, encodings, List.of(values), body);
    }

    TestRequest withBody(byte[] other) {
        return new TestRequest(method, types, encodings, signatures, other);
    }

    TestRequest by(String other) {
        return new TestRequest(other, types, encodings, signatures, body);
    }

    TestRequest ofType(String... values) {
        return new TestRequest(method, List.of(values), encodings, signatures, body);
    }

    TestRequest encoded(String... values) {
        return new TestRequest(method, types, List.of(values), signatures, body);
    }

    String signature() {
        return signatures.get(0);
    }

    WebhookRequest request() {
        return new WebhookRequest(method, types, encodings, signatures, RequestBody.of(body, LIMIT));
    }
}
