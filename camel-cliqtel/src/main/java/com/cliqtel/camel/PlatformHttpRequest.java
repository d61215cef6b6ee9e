/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import com.cliqtel.camel.webhook.Payload;
import com.cliqtel.camel.webhook.WebhookRequest;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Reads what decides about a webhook from a message of Camel Platform HTTP: the bytes as they came, up to a limit. */
final class PlatformHttpRequest {

    private static final String SIGNATURE = "X-Cliqtel-Signature";

    private PlatformHttpRequest() {}

    static WebhookRequest read(Message message, int maxPayloadSize) {
        return new WebhookRequest(
                message.getHeader(Exchange.HTTP_METHOD, String.class),
                values(message, Exchange.CONTENT_TYPE),
                values(message, Exchange.CONTENT_ENCODING),
                values(message, SIGNATURE),
                payload(message, maxPayloadSize));
    }

    // a header that came twice is a list, and so is one that a query parameter of its name was added to
    private static List<String> values(Message message, String header) {
        Object value = message.getHeader(header);
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    private static Payload payload(Message message, int max) {
        for (String length : values(message, Exchange.CONTENT_LENGTH)) {
            if (isNumberAbove(max, length)) {
                return new Payload.TooLarge();
            }
        }
        try {
            return message.getBody() instanceof InputStream stream
                    ? Payload.read(stream, max)
                    : Payload.of(bytes(message), max);
        } catch (IOException brokenOff) {
            // what came cannot be what was signed
            return new Payload.Whole(new byte[0]);
        }
    }

    // what is no number says nothing: the body itself shows how long it is
    private static boolean isNumberAbove(int max, String length) {
        long number = 0;
        for (int i = 0; i < length.length(); i++) {
            char c = length.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            number = Math.min(Integer.MAX_VALUE, number * 10 + c - '0');
        }
        return number > max;
    }

    private static byte[] bytes(Message message) {
        byte[] bytes = message.getBody(byte[].class);
        return bytes == null ? new byte[0] : bytes;
    }
}
