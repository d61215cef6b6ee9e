/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.EnumMap;
import java.util.Map;

import com.cliqtel.camel.model.SendSms;
import com.cliqtel.camel.model.Sms;
import org.apache.camel.Exchange;

/**
 * What the body of an exchange says of an SMS to send: its text, and from a {@link SendSms} or a map also who it is
 * from and for.
 */
final class MessageBody {

    private static final String TAKEN = "cliqtel:send takes text, com.cliqtel.camel.model.SendSms, or a map with the"
            + " fields from, from_number_id, to, body, status_callback_url";

    private MessageBody() {}

    /** @throws IllegalArgumentException when the body is nothing that could be meant as an SMS */
    static Map<Control, Object> read(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof SendSms sms) {
            return fields(sms);
        }
        if (body instanceof Map<?, ?> map) {
            return fields(exchange, map);
        }
        // an SMS that came in, passed on: its text, and never its addresses
        Object text = body instanceof Sms sms ? sms.body() : body;
        return text == null ? Map.of() : Map.of(Control.BODY, PlainText.of(exchange, text, TAKEN));
    }

    private static Map<Control, Object> fields(SendSms sms) {
        Map<Control, Object> fields = new EnumMap<>(Control.class);
        put(fields, Control.FROM, sms.from());
        put(fields, Control.FROM_NUMBER_ID, sms.fromNumberId());
        put(fields, Control.TO, sms.to());
        put(fields, Control.BODY, sms.body());
        put(fields, Control.STATUS_CALLBACK_URL, sms.statusCallbackUrl());
        return fields;
    }

    private static Map<Control, Object> fields(Exchange exchange, Map<?, ?> map) {
        Map<Control, Object> fields = new EnumMap<>(Control.class);
        map.forEach((name, value) -> put(
                fields,
                Control.ofField(String.valueOf(name)).orElseThrow(() -> unknown(String.valueOf(name))),
                scalar(exchange, name, value)));
        return fields;
    }

    // a misspelt field would otherwise be lost without a word
    private static IllegalArgumentException unknown(String name) {
        String shown = name.matches("[A-Za-z_.\\-]{1,40}") ? " '" + name + "'" : "";
        return new IllegalArgumentException("the body is a map with the unknown field" + shown + ": " + TAKEN);
    }

    private static Object scalar(Exchange exchange, Object name, Object value) {
        Object plain = Plain.of(exchange, value);
        if (plain instanceof Plain.Unreadable unreadable) {
            throw new IllegalArgumentException("the body's field " + name + " is " + unreadable.reason());
        }
        return plain;
    }

    private static void put(Map<Control, Object> fields, Control control, Object value) {
        if (value != null) {
            fields.put(control, value);
        }
    }
}
