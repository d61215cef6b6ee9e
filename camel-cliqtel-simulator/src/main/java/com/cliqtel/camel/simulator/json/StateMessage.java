/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import com.cliqtel.camel.simulator.account.ApiWord;
import com.cliqtel.camel.simulator.account.Direction;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.account.Status;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A message in the JSON of an account's state.
 *
 * @param place the position in the file
 * @param row the message's fields
 */
record StateMessage(DocumentPosition place, JsonNode row) {

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,20})?");
    private static final int FIELDS = 14;

    static Map<String, Object> fields(Message message) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", message.id());
        fields.put("number_id", message.numberId());
        fields.put("from", message.from());
        fields.put("to", message.to());
        fields.put("body", message.body());
        fields.put("direction", message.direction().word());
        fields.put("status", message.status().word());
        fields.put("segments", message.segments());
        fields.put("cost", message.cost().toPlainString());
        fields.put("currency", message.currency());
        fields.put("carrier", message.carrier());
        fields.put("created_at", message.createdAt().toString());
        fields.put("updated_at", message.updatedAt().toString());
        fields.put("status_callback_url", message.statusCallbackUrl());
        return fields;
    }

    Message message() {
        if (!row.isObject() || row.size() != FIELDS) {
            throw place.wrong("this is no message with its " + FIELDS + " fields");
        }
        long segments = integer("segments");
        if (segments < 1 || segments > Integer.MAX_VALUE) {
            throw at("segments").wrong("this must be 1 or more");
        }
        return new Message(
                integer("id"),
                integer("number_id"),
                text("from"),
                text("to"),
                text("body"),
                word("direction", Direction.values()),
                word("status", Status.values()),
                (int) segments,
                amount(at("cost"), value("cost")),
                // the same for many
                text("currency").intern(),
                text("carrier").intern(),
                instant("created_at"),
                instant("updated_at"),
                value("status_callback_url").isNull() ? null : text("status_callback_url"));
    }

    static long integer(DocumentPosition place, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw place.wrong("this must be a whole number");
        }
        return value.longValue();
    }

    static BigDecimal amount(DocumentPosition place, JsonNode value) {
        if (!value.isTextual() || !AMOUNT.matcher(value.textValue()).matches()) {
            throw place.wrong("this must be an amount in quotes, such as \"0.008\"");
        }
        return new BigDecimal(value.textValue());
    }

    private long integer(String name) {
        return integer(at(name), value(name));
    }

    private String text(String name) {
        if (!value(name).isTextual()) {
            throw at(name).wrong("this must be a text");
        }
        return value(name).textValue();
    }

    private <W extends ApiWord> W word(String name, W[] words) {
        return ApiWord.find(text(name), words).orElseThrow(() -> at(name).wrong("this is no " + name));
    }

    private Instant instant(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw at(name).wrong("this must be a time, such as 2026-04-03T10:15:30Z");
        }
    }

    private JsonNode value(String name) {
        JsonNode value = row.get(name);
        return value == null ? MissingNode.getInstance() : value;
    }

    private DocumentPosition at(String name) {
        return place.at(place.line(), place.path() + "." + name);
    }
}
