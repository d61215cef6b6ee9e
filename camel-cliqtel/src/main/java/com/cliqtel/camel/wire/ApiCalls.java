/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Creates the calls of the operations, with the paths and field names of the reference. Stateless. */
public final class ApiCalls {

    // the API's form has the offset +00:00 instead of Z
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS]xxx");

    // a shorter segment of a path is an ordinary word, not a token
    private static final int TOKEN = 16;

    private ApiCalls() {}

    /** Returns {@code POST /messages}. */
    public static ApiCall send(Submission sms) {
        return new ApiCall(
                "send",
                "POST",
                "/messages",
                Map.of(),
                () -> json(sms),
                () -> new ConfidentialTexts(Set.of(sms.text().value()), tokens(sms.statusCallbackUrl())));
    }

    // the host is not secret; the rest of a callback address may allow others to post reports
    private static Set<String> tokens(URI callback) {
        if (callback == null) {
            return Set.of();
        }
        Stream<String> parameters =
                split(callback.getRawQuery(), "&").map(parameter -> parameter.substring(parameter.indexOf('=') + 1));
        Stream<String> segments = split(callback.getRawPath(), "/").filter(segment -> segment.length() >= TOKEN);
        return Stream.of(
                        parameters,
                        segments,
                        split(callback.getRawUserInfo(), ":"),
                        split(callback.getRawFragment(), "&"))
                .flatMap(parts -> parts)
                .filter(part -> !part.isBlank())
                .collect(Collectors.toSet());
    }

    private static Stream<String> split(String part, String separator) {
        return part == null ? Stream.empty() : Stream.of(part.split(separator));
    }

    private static byte[] json(Submission sms) {
        Map<String, Object> json = new LinkedHashMap<>();
        if (sms.sender() instanceof Sender.Number from) {
            json.put("from", from.number().e164());
        } else if (sms.sender() instanceof Sender.NumberId from) {
            json.put("from_number_id", from.id());
        }
        json.put("to", sms.to().e164());
        json.put("body", sms.text().value());
        if (sms.statusCallbackUrl() != null) {
            json.put("status_callback_url", sms.statusCallbackUrl().toString());
        }
        return Json.write(json);
    }

    /** Returns {@code GET /messages} for page {@code page}, from 1, of {@code perPage} messages. */
    public static ApiCall list(SmsQuery query, int page, int perPage) {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "direction", query.direction());
        put(parameters, "status", query.status());
        put(parameters, "number_id", query.numberId());
        put(parameters, "from", query.from());
        put(parameters, "to", query.to());
        put(parameters, "since", query.since() == null ? null : time(query.since()));
        put(parameters, "page", page);
        put(parameters, "per_page", perPage);
        return ApiCall.withoutBody("list", "GET", "/messages", parameters);
    }

    /** Returns {@code GET /messages/{id}}. */
    public static ApiCall get(long id) {
        return ApiCall.withoutBody("get", "GET", "/messages/" + id, Map.of());
    }

    /** Returns {@code GET /numbers}. */
    public static ApiCall numbers() {
        return ApiCall.withoutBody("numbers", "GET", "/numbers", Map.of());
    }

    private static String time(OffsetDateTime time) {
        return time.format(TIME).replace(".000", "");
    }

    private static void put(Map<String, String> parameters, String name, Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}
