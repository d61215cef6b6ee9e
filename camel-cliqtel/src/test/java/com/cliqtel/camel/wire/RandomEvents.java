/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Random status reports, written as no two languages would: blanks, escapes, exponents, names given twice, fields that
 * nobody has heard of. Of names given twice the last is the report's own.
 */
public final class RandomEvents {

    private static final long MAX_ID = (1L << 53) - 1;
    private static final int DEPTH = 3;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final RandomJson json;
    private final Random random;

    /** The same seed, the same reports. */
    public RandomEvents(long seed) {
        json = new RandomJson(seed);
        random = new Random(seed);
    }

    /**
     * A report.
     *
     * @param id its message's
     * @param body in UTF-8
     */
    public record RandomEvent(long id, byte[] body) {}

    /** Another one, of this time. */
    public RandomEvent next(String timestamp) {
        long id = 1 + (random.nextLong() & MAX_ID) % (random.nextBoolean() ? MAX_ID : 1_000_000);
        String data = object(List.of(
                member("id", written(id)),
                member("from", string("+16625163513")),
                member("to", string("+31612345678")),
                member("direction", string("outbound")),
                member("status", string(oneOf("queued", "sent", "delivered", "failed", "été/🚚"))),
                member("segments", written(1 + random.nextInt(9))),
                member("cost", json.number()),
                member("currency", string("EUR")),
                member("created_at", string(timestamp)),
                member("updated_at", string(timestamp))));
        String event = object(List.of(
                member("event", string("sms.status_updated")),
                member("data", data),
                member("timestamp", string(timestamp))));
        return new RandomEvent(id, ((oneIn(50) ? BYTE_ORDER_MARK : "") + event).getBytes(StandardCharsets.UTF_8));
    }

    private String object(List<String> own) {
        List<String> shuffled = new ArrayList<>(own);
        Collections.shuffle(shuffled, random);
        List<String> members = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> json.spaced(json.name()) + ':' + json.spaced(json.value(DEPTH)))
                .collect(Collectors.toCollection(ArrayList::new));
        members.addAll(shuffled);
        return json.spaced(members.stream().collect(Collectors.joining(",", "{", "}")));
    }

    private String member(String name, String value) {
        return json.spaced(string(name)) + ':' + json.spaced(value);
    }

    /** Each character as itself or escaped, a slash as PHP does it. */
    private String string(String text) {
        return text.chars().mapToObj(unit -> character((char) unit)).collect(Collectors.joining("", "\"", "\""));
    }

    private String character(char unit) {
        if (oneIn(8)) {
            return String.format(random.nextBoolean() ? "\\u%04x" : "\\u%04X", (int) unit);
        }
        return unit == '/' && random.nextBoolean() ? "\\/" : String.valueOf(unit);
    }

    private String written(long whole) {
        int moved = random.nextInt(5);
        BigDecimal fraction = BigDecimal.valueOf(whole).movePointLeft(moved);
        return oneOf(
                String.valueOf(whole),
                string(String.valueOf(whole)),
                whole + ".0",
                fraction.toPlainString() + oneOf("e", "E", "e+", "E+0") + moved);
    }

    private String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }
}
