/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.webhook;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Rewrites JSON as other languages than JavaScript write it: blanks after commas and colons, escaped slashes and non-ASCII
 * characters, and {@code 8.0e-3} for {@code 0.008}. {@code JSON.stringify(JSON.parse(…))} restores the original.
 */
final class ReformattedJson {

    // longer ones are no realistic amount, and would keep BigDecimal busy
    private static final Pattern FRACTION = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]*");

    private final String json;
    private final StringBuilder written;

    private ReformattedJson(String json) {
        this.json = json;
        this.written = new StringBuilder(json.length() + 64);
    }

    static String of(String json) {
        return new ReformattedJson(json).write();
    }

    private String write() {
        int at = 0;
        while (at < json.length()) {
            char c = json.charAt(at);
            if (c == '"') {
                at = text(at);
            } else if (isOfNumber(c)) {
                at = number(at);
            } else {
                written.append(c).append(c == ',' || c == ':' ? " " : "");
                at++;
            }
        }
        return written.toString();
    }

    private int text(int start) {
        written.append('"');
        int at = start + 1;
        while (at < json.length() && json.charAt(at) != '"') {
            char c = json.charAt(at);
            if (c == '\\') {
                int end = Math.min(at + 2, json.length());
                written.append(json, at, end);
                at = end;
            } else {
                written.append(escaped(c));
                at++;
            }
        }
        int end = Math.min(at + 1, json.length());
        written.append(json, at, end);
        return end;
    }

    private static String escaped(char c) {
        if (c > 0x7e) {
            return String.format(Locale.ROOT, "\\u%04x", (int) c);
        }
        return c == '/' ? "\\/" : String.valueOf(c);
    }

    private int number(int start) {
        int end = start;
        while (end < json.length() && isOfNumber(json.charAt(end))) {
            end++;
        }
        String number = json.substring(start, end);
        written.append(
                FRACTION.matcher(number).matches() && !WHOLE.matcher(number).matches()
                        ? withExponent(new BigDecimal(number).stripTrailingZeros())
                        : number);
        return end;
    }

    private static String withExponent(BigDecimal number) {
        String digits = number.unscaledValue().abs().toString();
        String decimals = digits.length() == 1 ? "0" : digits.substring(1);
        int exponent = number.precision() - number.scale() - 1;
        return (number.signum() < 0 ? "-" : "") + digits.charAt(0) + "." + decimals + "e" + (exponent < 0 ? "" : "+")
                + exponent;
    }

    private static boolean isOfNumber(char c) {
        return c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    }
}
