/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.webhook;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.cliqtel.camel.benchmarks.stub.AsciiBytes;

/** Signed requests, each with an event of another message. They are signed in advance, so that signing is not measured. */
final class WebhookRequests {

    static final int COUNT = 1_200_000;

    private static final int HEX = 64;
    private static final int DIGITS = 10;
    private static final long FIRST = 1_000_000_000L;
    private static final String BODY = """
            {"event":"sms.status_updated","data":{"id":1000000000,"from":"+16625163513","to":"+31612345678",\
            "direction":"outbound","status":"delivered","segments":1,"cost":0.008,"currency":"EUR",\
            "created_at":"%1$s","updated_at":"%1$s"},"timestamp":"%1$s"}""";

    private final AtomicInteger next = new AtomicInteger();
    private final int count;
    private final byte[] signatures;
    private final byte[] request;
    private final int signatureAt;
    private final int idEnd;

    WebhookRequests() {
        this(COUNT);
    }

    WebhookRequests(int count) {
        this.count = count;
        signatures = new byte[(count + 1) * HEX];
        String now = OffsetDateTime.now(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace("Z", "+00:00");
        byte[] body = BODY.formatted(now).getBytes(StandardCharsets.US_ASCII);
        String head = "POST " + Receiver.PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + Receiver.SIGNATURE + ": ";
        String tail = "\r\nContent-Length: " + body.length + "\r\n\r\n";
        String whole = head + "0".repeat(HEX) + tail + new String(body, StandardCharsets.US_ASCII);
        request = whole.getBytes(StandardCharsets.US_ASCII);
        signatureAt = head.length();
        idEnd = whole.indexOf("\"id\":") + 5 + DIGITS;
        int idInBody = idEnd - (whole.length() - body.length);
        for (int event = 0; event <= count; event++) {
            AsciiBytes.write(FIRST + event, body, idInBody, DIGITS);
            byte[] hex = HmacSignature.hex(body).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(hex, 0, signatures, event * HEX, HEX);
        }
    }

    /** A request to be filled in by {@link #write}. */
    byte[] blank() {
        return request.clone();
    }

    /** Makes a blank the request that brings an event which none has brought before. */
    void write(byte[] blank, RequestKind letter) {
        int event = next.getAndIncrement();
        if (event >= count) {
            throw new IllegalStateException("all " + count + " events are used up");
        }
        AsciiBytes.write(FIRST + event, blank, idEnd, DIGITS);
        System.arraycopy(signatures, letter.signatureOf(event) * HEX, blank, signatureAt, HEX);
    }
}
