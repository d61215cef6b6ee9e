/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.json;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

import com.cliqtel.camel.simulator.account.PhoneNumbers;
import com.cliqtel.camel.simulator.account.Refusal;
import com.cliqtel.camel.simulator.account.SendRequest;
import com.cliqtel.camel.simulator.account.Sender;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads the body of POST /messages (reference: Send SMS).
 *
 * <p>Where the reference is silent: a field that is {@code null} is a field that is missing; a field it does not name is
 * ignored; numbers in quotes are texts and no numbers.
 */
public final class SendRequestJson {

    private static final Pattern HTTP = Pattern.compile("(?i)https?://.+");

    private SendRequestJson() {}

    /**
     * Reads it.
     *
     * @param utf8 the bytes received
     * @return the request
     * @throws Refusal as a validation error, when it is not JSON, or a field is missing or wrong
     */
    public static SendRequest read(byte[] utf8) {
        JsonNode json = Json.read(utf8);
        if (!json.isObject()) {
            throw Refusal.invalid("The request body must be a JSON object");
        }
        Sender sender = sender(json);
        String to = e164("to", text(json, "to").orElseThrow(() -> missing("to")));
        String body = body(text(json, "body").orElseThrow(() -> missing("body")));
        return new SendRequest(
                sender,
                to,
                body,
                text(json, "status_callback_url")
                        .map(SendRequestJson::callbackUrl)
                        .orElse(null));
    }

    private static Sender sender(JsonNode json) {
        Optional<Sender> byNumber = text(json, "from").map(number -> new Sender.ByNumber(e164("from", number)));
        Optional<Sender> byId = integer(json, "from_number_id").map(Sender.ById::new);
        if (byNumber.isPresent() == byId.isPresent()) {
            throw Refusal.invalid(
                    byId.isPresent()
                            ? "Provide either from or from_number_id, not both"
                            : "Provide either from or from_number_id");
        }
        return byNumber.or(() -> byId).orElseThrow();
    }

    private static String body(String body) {
        int characters = body.codePointCount(0, body.length());
        if (characters == 0) {
            throw Refusal.invalid("The body field must not be empty");
        }
        if (characters > SendRequest.MAX_CHARACTERS) {
            throw Refusal.invalid("The body field must not have more than 1,600 characters, it has " + characters);
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(body)) {
            throw Refusal.invalid("The body field has half a surrogate pair in it");
        }
        return body;
    }

    private static String e164(String field, String number) {
        if (!PhoneNumbers.isE164(number)) {
            throw Refusal.invalid("The " + field + " field must be a number in E.164 format, such as +31612345678");
        }
        return number;
    }

    private static String callbackUrl(String url) {
        try {
            if (URI.create(url).getHost() != null && HTTP.matcher(url).matches()) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // refused below like any other that is none
        }
        throw Refusal.invalid("The status_callback_url field must be an absolute http or https URL");
    }

    private static Optional<String> text(JsonNode json, String field) {
        return present(json, field).map(value -> {
            if (!value.isTextual()) {
                throw Refusal.invalid("The " + field + " field must be a string");
            }
            return value.textValue();
        });
    }

    private static Optional<Long> integer(JsonNode json, String field) {
        return present(json, field).map(value -> {
            if (!value.isIntegralNumber() || !value.canConvertToLong()) {
                throw Refusal.invalid("The " + field + " field must be an integer");
            }
            return value.longValue();
        });
    }

    private static Optional<JsonNode> present(JsonNode json, String field) {
        return Optional.ofNullable(json.get(field)).filter(value -> !value.isNull());
    }

    private static Refusal missing(String field) {
        return Refusal.invalid("The " + field + " field is required");
    }
}
