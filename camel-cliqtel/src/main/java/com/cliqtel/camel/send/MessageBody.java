/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.util.EnumMap;
import java.util.Map;

import com.cliqtel.camel.exchange.BodyText;
import com.cliqtel.camel.exchange.Parameter;
import com.cliqtel.camel.exchange.PlainValue;
import com.cliqtel.camel.model.SendSms;
import com.cliqtel.camel.model.Sms;
import org.apache.camel.Exchange;

/**
 * Reads the SMS to send from the body of an exchange: its text and, from a {@link SendSms} or a map, also its sender
 * and recipient.
 */
final class MessageBody {

    private static final String TAKEN = "cliqtel:send takes text, com.cliqtel.camel.model.SendSms, or a map with the"
            + " fields from, from_number_id, to, body, status_callback_url";

    private MessageBody() {}

    /** @throws IllegalArgumentException when the body has another type */
    static Map<Parameter, Object> read(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof SendSms sms) {
            return fields(sms);
        }
        if (body instanceof Map<?, ?> map) {
            return fields(exchange, map);
        }
        // an SMS that came in, passed on: its text, and never its addresses
        Object text = body instanceof Sms sms ? sms.body() : body;
        return text == null ? Map.of() : Map.of(Parameter.BODY, BodyText.of(exchange, text, TAKEN));
    }

    private static Map<Parameter, Object> fields(SendSms sms) {
        Map<Parameter, Object> fields = new EnumMap<>(Parameter.class);
        put(fields, Parameter.FROM, sms.from());
        put(fields, Parameter.FROM_NUMBER_ID, sms.fromNumberId());
        put(fields, Parameter.TO, sms.to());
        put(fields, Parameter.BODY, sms.body());
        put(fields, Parameter.STATUS_CALLBACK_URL, sms.statusCallbackUrl());
        return fields;
    }

    private static Map<Parameter, Object> fields(Exchange exchange, Map<?, ?> map) {
        Map<Parameter, Object> fields = new EnumMap<>(Parameter.class);
        map.forEach((name, value) -> put(
                fields,
                Parameter.ofField(String.valueOf(name)).orElseThrow(() -> unknown(String.valueOf(name))),
                scalar(exchange, name, value)));
        return fields;
    }

    // a misspelt field would otherwise be lost without a word
    private static IllegalArgumentException unknown(String name) {
        String shown = name.matches("[A-Za-z_.\\-]{1,40}") ? " '" + name + "'" : "";
        return new IllegalArgumentException("the body is a map with the unknown field" + shown + ": " + TAKEN);
    }

    private static Object scalar(Exchange exchange, Object name, Object value) {
        Object plain = PlainValue.of(exchange, value);
        if (plain instanceof PlainValue.Unreadable unreadable) {
            throw new IllegalArgumentException("the body's field " + name + " is " + unreadable.reason());
        }
        return plain;
    }

    private static void put(Map<Parameter, Object> fields, Parameter parameter, Object value) {
        if (value != null) {
            fields.put(parameter, value);
        }
    }
}
