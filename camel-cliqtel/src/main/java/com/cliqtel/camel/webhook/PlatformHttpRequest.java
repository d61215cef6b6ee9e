/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import com.cliqtel.camel.webhook.verify.RequestBody;
import com.cliqtel.camel.webhook.verify.WebhookRequest;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Reads a webhook from a message of Camel Platform HTTP: its method, four of its headers, and its body up to a limit. A query
 * parameter with the name of a header doesn't count.
 */
final class PlatformHttpRequest {

    private static final String SIGNATURE = "X-Cliqtel-Signature";

    // some servers treat a semicolon as a separator; if this one doesn't, too few values are read instead of too many
    private static final Pattern SEPARATORS = Pattern.compile("[&;]");

    private PlatformHttpRequest() {}

    static WebhookRequest read(Message message, int maxPayloadSize) {
        return new WebhookRequest(
                message.getHeader(Exchange.HTTP_METHOD, String.class),
                values(message, Exchange.CONTENT_TYPE),
                values(message, Exchange.CONTENT_ENCODING),
                values(message, SIGNATURE),
                payload(message, maxPayloadSize));
    }

    // Camel adds the values of a query parameter behind those of the header of the same name
    private static List<String> values(Message message, String header) {
        Object value = message.getHeader(header);
        List<String> all = value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : value == null ? List.of() : List.of(value.toString());
        return all.subList(0, Math.max(0, all.size() - parameters(message, header)));
    }

    private static int parameters(Message message, String name) {
        String query = message.getHeader(Exchange.HTTP_QUERY, String.class);
        return query == null
                ? 0
                : (int) SEPARATORS
                        .splitAsStream(query)
                        .filter(each -> name.equalsIgnoreCase(decoded(each.split("=", 2)[0])))
                        .count();
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return name;
        }
    }

    private static RequestBody payload(Message message, int max) {
        for (String length : values(message, Exchange.CONTENT_LENGTH)) {
            if (isNumberAbove(max, length)) {
                return new RequestBody.TooLarge();
            }
        }
        try {
            return message.getBody() instanceof InputStream stream
                    ? RequestBody.read(stream, max)
                    : RequestBody.of(bytes(message), max);
        } catch (IOException brokenOff) {
            // an incomplete body never matches its signature
            return new RequestBody.Whole(new byte[0]);
        }
    }

    // a value that is no number is ignored, since the body itself shows its length
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
