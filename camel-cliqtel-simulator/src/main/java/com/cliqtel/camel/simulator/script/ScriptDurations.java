/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.script;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes durations in fault scripts: {@code 90s}, {@code 1m30s}, {@code 500ms}, {@code -5s}. */
final class ScriptDurations {

    private static final Map<String, ChronoUnit> UNITS = new LinkedHashMap<>();
    private static final Pattern PART = Pattern.compile("([0-9]{1,18})(ns|us|ms|s|m|h|d)");
    private static final Pattern WHOLE = Pattern.compile("-?(" + PART.pattern() + ")+");

    static {
        UNITS.put("d", ChronoUnit.DAYS);
        UNITS.put("h", ChronoUnit.HOURS);
        UNITS.put("m", ChronoUnit.MINUTES);
        UNITS.put("s", ChronoUnit.SECONDS);
        UNITS.put("ms", ChronoUnit.MILLIS);
        UNITS.put("us", ChronoUnit.MICROS);
        UNITS.put("ns", ChronoUnit.NANOS);
    }

    private ScriptDurations() {}

    static Duration read(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException("a time is a whole number and ms, s, m, h or d, such as 1m30s");
        }
        Duration sum = Duration.ZERO;
        try {
            for (Matcher part = PART.matcher(text); part.find(); ) {
                sum = sum.plus(Duration.of(Long.parseLong(part.group(1)), UNITS.get(part.group(2))));
            }
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("this time is too long", e);
        }
        return text.startsWith("-") ? sum.negated() : sum;
    }

    static String write(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        StringBuilder text = new StringBuilder(duration.isNegative() ? "-" : "");
        Duration left = duration.abs();
        for (Map.Entry<String, ChronoUnit> unit : UNITS.entrySet()) {
            long count = left.dividedBy(unit.getValue().getDuration());
            if (count > 0) {
                text.append(count).append(unit.getKey());
                left = left.minus(unit.getValue().getDuration().multipliedBy(count));
            }
        }
        return text.toString();
    }
}
