/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.cliqtel.camel.simulator.account.AccountNumber;
import com.cliqtel.camel.simulator.account.Direction;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.account.Page;

/** Writes the API's answers, their fields in the order of the reference's samples. */
public final class ApiJson {

    private final InboundFields inbound;

    /**
     * Writes inbound messages in a manner of their own.
     *
     * @param inbound how
     */
    public ApiJson(InboundFields inbound) {
        this.inbound = inbound;
    }

    /**
     * A single message (reference: Send SMS, Get Message).
     *
     * @param message which
     * @return {@code {"data":{…}}}
     */
    public String message(Message message) {
        return Json.write(Map.of("data", fields(message)));
    }

    /**
     * A page of messages (reference: List Messages).
     *
     * @param page which
     * @return {@code {"data":[…],"meta":{…}}}
     */
    public String page(Page page) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("total", page.total());
        meta.put("page", page.page());
        meta.put("per_page", page.perPage());
        meta.put("total_pages", page.totalPages());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("data", page.messages().stream().map(this::fields).toList());
        answer.put("meta", meta);
        return Json.write(answer);
    }

    /**
     * The account's numbers (reference: List SMS Numbers).
     *
     * @param numbers which
     * @return {@code {"data":[…]}}
     */
    public static String numbers(List<AccountNumber> numbers) {
        return Json.write(Map.of("data", numbers.stream().map(ApiJson::fields).toList()));
    }

    /**
     * A refusal (reference: Error Handling).
     *
     * @param code what a program reads
     * @param message what a person reads
     * @return {@code {"error":{"code":…,"message":…}}}
     */
    public static String error(String code, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        return Json.write(Map.of("error", error));
    }

    /**
     * A refusal as Laravel writes it where an application does not: nothing of the reference.
     *
     * @param message what a person reads
     * @return {@code {"message":…}}
     */
    public static String plainMessage(String message) {
        return Json.write(Map.of("message", message));
    }

    private Map<String, Object> fields(Message message) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", message.id());
        fields.put("from", message.from());
        fields.put("to", message.to());
        fields.put("body", message.body());
        fields.put("direction", message.direction().word());
        fields.put("status", message.status().word());
        fields.put("segments", message.segments());
        fields.put("cost", Json.number(message.cost()));
        fields.put("currency", message.currency());
        fields.put("carrier", message.carrier());
        fields.put("created_at", ApiTimes.write(message.createdAt()));
        if (message.direction() == Direction.INBOUND) {
            fields.putAll(inbound.of(message));
        }
        return fields;
    }

    private static Map<String, Object> fields(AccountNumber number) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", number.id());
        fields.put("number", number.number());
        fields.put("country_code", number.countryCode());
        fields.put("number_type", number.numberType());
        fields.put("sms_enabled", number.smsEnabled());
        return fields;
    }
}
