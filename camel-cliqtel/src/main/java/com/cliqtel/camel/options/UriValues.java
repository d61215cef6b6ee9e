/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Decodes the option values of an endpoint URI so that a plus stays a plus. Camel decodes {@code +}, {@code %2B} and
 * {@code %20} alike, as a blank. Restoring the plus afterwards would turn a number with a leading blank into another country's
 * number.
 *
 * <p>Camel passes the URI as it was written, unless it normalized the URI before, as {@code recipientList} does. A normalized
 * URI has two slashes, and {@code +} for all three. In such a URI the meaning of a plus is unclear.
 *
 * <p>Internal.
 */
public final class UriValues {

    /** Why a number can't be read if it is unclear whether it begins with a plus or a blank. */
    public static final String AMBIGUOUS = "a number that begins with a blank, or with a plus of which Camel has made a"
            + " blank: write RAW(...) around it, as in to=RAW(+12025550123), or set the header";

    // replaces a + of the text until its meaning is decided; no text contains this character
    private static final String PLUS = "\uffff";
    private static final Pattern INVALID_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern BEFORE_OFFSET = Pattern.compile(PLUS + "(?=[0-9]{2}:?[0-9]{2}$)");
    private static final String UNSEEN = "[\\s\\p{Z}\\p{Cf}]*";
    private static final Pattern FIRST = Pattern.compile("^" + UNSEEN + PLUS);
    private static final Pattern FIRST_IN_LIST = Pattern.compile("(?:^|,)" + UNSEEN + PLUS);
    private static final Pattern LIKE_A_BLANK = Pattern.compile("^" + UNSEEN + "[ +" + PLUS + "]");
    private static final Pattern ANY = Pattern.compile(PLUS);

    /** The options in which a plus has a meaning, and its position in their values. */
    private static final Map<String, Pattern> PLUS_POSITIONS = Map.of(
            "from", FIRST,
            "to", FIRST,
            "allowedRecipients", FIRST_IN_LIST,
            "since", BEFORE_OFFSET,
            "startFrom", BEFORE_OFFSET,
            "statusCallbackUrl", ANY);

    private final boolean asWritten;

    private UriValues(boolean asWritten) {
        this.asWritten = asWritten;
    }

    /** Reads an endpoint URI as Camel passes it to a component that uses the raw URI. */
    public static UriValues of(String uri) {
        return new UriValues(!uri.startsWith("//", uri.indexOf(':') + 1));
    }

    /** Reads the URI of a {@code toD} after its expressions were replaced by their values. */
    public static UriValues asWritten() {
        return new UriValues(true);
    }

    /** Returns the value of an option. A value in {@code RAW(...)} keeps the {@code RAW(...)}. */
    public Object decoded(String option, Object value) {
        if (value instanceof List<?> values) {
            // Camel replaces the values in RAW(...) in this list
            return new ArrayList<>(
                    values.stream().map(each -> decoded(option, each)).toList());
        }
        if (!(value instanceof String text)) {
            return value;
        }
        return isRaw(text) ? rawAsWritten(text) : withPluses(option, text).replace(PLUS, " ");
    }

    /** Returns whether it is unclear if the value of {@code from} or {@code to} begins with a plus or a blank. */
    public boolean isAmbiguous(String option, Object value) {
        return value instanceof String text
                && !isRaw(text)
                && FIRST.matcher(withPluses(option, text)).find();
    }

    /** Returns whether Camel treats a plus and a blank at the beginning of the value as the same. */
    public static boolean beginsLikeABlank(Object value) {
        return value instanceof String text
                && !isRaw(text)
                && LIKE_A_BLANK.matcher(unescaped(text)).find();
    }

    private String withPluses(String option, String text) {
        String unescaped = unescaped(text);
        Pattern position = PLUS_POSITIONS.entrySet().stream()
                .filter(entry -> isSame(entry.getKey(), option))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        // a blank before an offset can only have been a plus
        return position != null && (asWritten || position == BEFORE_OFFSET)
                ? position.matcher(unescaped).replaceAll(found -> found.group().replace(PLUS, "+"))
                : unescaped;
    }

    private static String unescaped(String text) {
        String escaped = INVALID_ESCAPE.matcher(text.replace("+", PLUS)).replaceAll("%25");
        return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
    }

    /** Returns whether a name in a URI means this option. Camel accepts any case, and hyphens between words. */
    public static boolean isSame(String option, String written) {
        return option.equalsIgnoreCase(written.replace("-", ""));
    }

    /** Returns whether a value is written in {@code RAW(...)} or {@code RAW{...}}. */
    public static boolean isRaw(Object value) {
        return value instanceof String text
                && (text.startsWith("RAW(") && text.endsWith(")") || text.startsWith("RAW{") && text.endsWith("}"));
    }

    // a normalized URI has %25 for each percent sign in it
    private String rawAsWritten(String text) {
        return asWritten ? text : text.replace("%25", "%");
    }
}
