/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.json;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes maps, lists, texts and numbers as YAML or JSON that {@link DocumentReader} reads. */
public final class DocumentWriter {

    // so that no reader of YAML takes it for anything but a text; the few words that it would are below
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z][A-Za-z -]*[A-Za-z]|(/[A-Za-z0-9_-]+)+|([0-9]+[a-z]+)+");
    private static final Pattern MEANS_MORE = Pattern.compile("(?i)true|false|null|on|off|y|n");
    private static final Pattern EXPONENT = Pattern.compile("[0-9]+[eE].*");

    private DocumentWriter() {}

    /**
     * As JSON.
     *
     * @param fields maps, lists, texts and numbers
     * @return a single line
     */
    public static String json(Map<String, ?> fields) {
        return Json.write(fields);
    }

    /**
     * As YAML.
     *
     * @param fields maps, lists, texts and numbers
     * @return lines, the last one ended
     */
    public static String yaml(Map<String, ?> fields) {
        StringBuilder out = new StringBuilder();
        fields(out, fields, "");
        return out.isEmpty() ? "{}\n" : out.toString();
    }

    private static void fields(StringBuilder out, Map<?, ?> fields, String indent) {
        fields.forEach((name, value) -> {
            out.append(indent).append(text(name.toString())).append(':');
            value(out, value, indent + "  ");
        });
    }

    private static void value(StringBuilder out, Object value, String indent) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            out.append('\n');
            fields(out, map, indent);
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            out.append('\n');
            list.forEach(item -> item(out, item, indent));
        } else {
            out.append(' ').append(leaf(value)).append('\n');
        }
    }

    private static void item(StringBuilder out, Object item, String indent) {
        if (item instanceof Map<?, ?> map && !map.isEmpty()) {
            int start = out.length();
            fields(out, map, indent + "  ");
            // the dash stands where the first of its fields would be indented
            out.setCharAt(start + indent.length(), '-');
        } else {
            out.append(indent).append('-');
            value(out, item, indent + "  ");
        }
    }

    private static String leaf(Object value) {
        if (value instanceof Map) {
            return "{}";
        }
        return value instanceof List ? "[]" : value instanceof Number ? value.toString() : text(value.toString());
    }

    private static String text(String text) {
        boolean plain = PLAIN.matcher(text).matches()
                && !MEANS_MORE.matcher(text).matches()
                && !EXPONENT.matcher(text).matches();
        // the key "on" is a text for every reader that matters here, and looks better so
        return plain || text.equals("on") ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c >= ' ' && c <= '~') {
                out.append(c);
            } else {
                out.append("\\u%04x".formatted((int) c));
            }
        }
        return out.append('"').toString();
    }
}
