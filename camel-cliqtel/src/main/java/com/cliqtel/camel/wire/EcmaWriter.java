/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes a JSON value as ECMAScript's {@code JSON.stringify} does (ECMA-262, section 25.5.2). Not thread-safe. */
final class EcmaWriter {

    private static final Pattern CANONICAL_NUMBER = Pattern.compile("0|[1-9][0-9]{0,9}");
    private static final long MAX_ARRAY_INDEX = 4_294_967_294L;
    private static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private static final String[] ESCAPES = escapes();

    private final StringBuilder out = new StringBuilder();

    private EcmaWriter() {}

    /** @param value a map, a list, a string, a double, a boolean or null; nested no deeper than the stack allows */
    static String written(Object value) {
        EcmaWriter writer = new EcmaWriter();
        writer.value(value);
        return writer.out.toString();
    }

    private void value(Object value) {
        if (value instanceof Map<?, ?> members) {
            object(members);
        } else if (value instanceof List<?> elements) {
            array(elements);
        } else if (value instanceof String text) {
            string(text);
        } else if (value instanceof Double number) {
            out.append(number.isInfinite() ? "null" : EcmaNumber.of(number));
        } else {
            out.append(value);
        }
    }

    private void object(Map<?, ?> members) {
        String separator = "{";
        for (String name : ordered(members.keySet())) {
            out.append(separator);
            string(name);
            out.append(':');
            value(members.get(name));
            separator = ",";
        }
        out.append(members.isEmpty() ? "{}" : "}");
    }

    private void array(List<?> elements) {
        String separator = "";
        out.append('[');
        for (Object element : elements) {
            out.append(separator);
            value(element);
            separator = ",";
        }
        out.append(']');
    }

    /** Returns the names in the order of OrdinaryOwnPropertyKeys (section 10.1.11.1): ascending array indices, then the others in their order. */
    private static List<String> ordered(Collection<?> names) {
        List<String> indices = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Object name : names) {
            (isArrayIndex((String) name) ? indices : others).add((String) name);
        }
        indices.sort(BY_NUMBER);
        indices.addAll(others);
        return indices;
    }

    private static boolean isArrayIndex(String name) {
        return CANONICAL_NUMBER.matcher(name).matches() && Long.parseLong(name) <= MAX_ARRAY_INDEX;
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            if (codePoint < ESCAPES.length && ESCAPES[codePoint] != null) {
                out.append(ESCAPES[codePoint]);
            } else if (Character.getType(codePoint) == Character.SURROGATE) {
                out.append(escape((char) codePoint));
            } else {
                out.appendCodePoint(codePoint);
            }
        }
        out.append('"');
    }

    /** The escapes of characters that must not be literal, by their code (the specification's QuoteJSONString). */
    private static String[] escapes() {
        String[] escapes = new String['\\' + 1];
        for (char control = 0; control < ' '; control++) {
            escapes[control] = escape(control);
        }
        escapes['\b'] = "\\b";
        escapes['\t'] = "\\t";
        escapes['\n'] = "\\n";
        escapes['\f'] = "\\f";
        escapes['\r'] = "\\r";
        escapes['"'] = "\\\"";
        escapes['\\'] = "\\\\";
        return escapes;
    }

    private static String escape(char unit) {
        return "\\u" + HexFormat.of().toHexDigits(unit);
    }
}
