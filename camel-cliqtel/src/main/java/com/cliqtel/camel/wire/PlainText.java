/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.text.Normalizer;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The letters and digits of a text, in lower case, after its escapes are decoded. Stateless. */
final class PlainText {

    // percent-encoding, \u0041, &#65; and &#x41;
    private static final Pattern ESCAPE = Pattern.compile(
            "%([0-9a-fA-F]{2})|\\\\u([0-9a-fA-F]{4})|&#[xX]([0-9a-fA-F]{1,5});|&#([0-9]{1,6});|&([a-z]{2,8});");
    private static final int ROUNDS = 3;
    private static final int HEXADECIMAL = 16;
    private static final int DECIMAL_GROUP = 4;
    private static final int ENTITY_GROUP = 5;

    private PlainText() {}

    /** Returns the text unchanged, and with its escapes decoded once, twice and three times. */
    static Set<String> of(String text) {
        Set<String> forms = new LinkedHashSet<>();
        String decoded = text;
        for (int round = 0; round <= ROUNDS; round++) {
            forms.add(lettersAndDigits(decoded));
            decoded = ESCAPE.matcher(decoded).replaceAll(PlainText::decoded);
        }
        return forms;
    }

    private static String decoded(MatchResult escape) {
        if (escape.group(ENTITY_GROUP) != null) {
            return "";
        }
        for (int group = 1; group <= DECIMAL_GROUP; group++) {
            if (escape.group(group) != null) {
                int code = Integer.parseInt(escape.group(group), group == DECIMAL_GROUP ? 10 : HEXADECIMAL);
                return Character.isValidCodePoint(code) ? Matcher.quoteReplacement(Character.toString(code)) : "";
            }
        }
        return "";
    }

    /** Returns only the letters and digits of a text, in lower case and in their usual width. */
    static String lettersAndDigits(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Returns the Base64 characters of bytes after some other bytes, without the characters that depend on their neighbours. */
    static String base64After(int others, byte[] bytes) {
        byte[] all = new byte[others + bytes.length];
        System.arraycopy(bytes, 0, all, others, bytes.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(all);
        int first = others == 0 ? 0 : others + 1;
        int end = all.length % 3 == 0 ? text.length() : text.length() - 1;
        return first < end ? text.substring(first, end) : "";
    }
}
