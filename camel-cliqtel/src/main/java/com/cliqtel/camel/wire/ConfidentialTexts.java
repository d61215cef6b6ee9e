/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The texts that a quotation of the server must not show: the text of the message and the account's secrets.
 *
 * <p>A part of a secret is found if it has at least eight letters and digits. Case doesn't matter. Percent-encoding, escapes,
 * entities, Base64 and hexadecimal digits are found too. Immutable.
 *
 * @param texts texts of messages
 * @param secrets API keys, webhook secrets, passwords, and tokens of callback addresses
 */
public record ConfidentialTexts(Set<String> texts, Set<String> secrets) {

    private static final int PART_OF_A_SECRET = 8;
    private static final int PART_OF_A_TEXT = 12;
    private static final int SHORTEST_SECRET = 4;
    private static final Pattern CODE = Pattern.compile("[0-9]{4,}");

    /** Nothing is confidential. */
    public static final ConfidentialTexts NOTHING = new ConfidentialTexts(Set.of(), Set.of());

    /** Copies the sets. */
    public ConfidentialTexts {
        texts = Set.copyOf(texts);
        secrets = Set.copyOf(secrets);
    }

    /** Returns a text of a server for logs and exceptions, without anything confidential and with masked phone numbers. */
    public String shown(String serverText) {
        return ServerText.shown(serverText, this);
    }

    /** Returns the same with further secrets. */
    ConfidentialTexts and(Collection<String> more) {
        Set<String> all = new HashSet<>(secrets);
        all.addAll(more);
        return new ConfidentialTexts(texts, all);
    }

    /** Returns whether the text shows a secret, or eight letters and digits of one. */
    boolean isSecretIn(String text) {
        Set<String> parts = new HashSet<>();
        secrets.forEach(
                secret -> encodings(secret).forEach(form -> addParts(parts, form, PART_OF_A_SECRET, SHORTEST_SECRET)));
        return PlainText.of(text).stream().anyMatch(form -> holdsAny(form, parts));
    }

    /** Returns whether the text shows twelve letters and digits of a message, or a number of four or more digits from it. */
    boolean isMessageIn(String text) {
        Set<String> parts = new HashSet<>();
        texts.forEach(message -> addParts(parts, message, PART_OF_A_TEXT, PART_OF_A_TEXT));
        List<String> codes = texts.stream()
                .flatMap(message -> CODE.matcher(message).results())
                .map(code -> code.group())
                .toList();
        return PlainText.of(text).stream()
                .anyMatch(form -> holdsAny(form, parts) || codes.stream().anyMatch(form::contains));
    }

    /** Returns the text without confidential texts that are too short to be found in part, if they stand alone. */
    String withoutShort(String text, String replacement) {
        String safe = text;
        for (String word : Stream.concat(texts.stream(), secrets.stream()).toList()) {
            safe = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])")
                    .matcher(safe)
                    .replaceAll(replacement);
        }
        return safe;
    }

    // a part that is shorter than usual is a whole confidential text
    private static boolean holdsAny(String form, Set<String> parts) {
        return parts.stream().map(String::length).distinct().anyMatch(length -> holdsAny(form, parts, length));
    }

    private static boolean holdsAny(String form, Set<String> parts, int length) {
        for (int i = 0; i + length <= form.length(); i++) {
            if (parts.contains(form.substring(i, i + length))) {
                return true;
            }
        }
        return false;
    }

    // a shorter part would be found in every sentence
    private static void addParts(Set<String> parts, String confidential, int length, int shortest) {
        String plain = PlainText.lettersAndDigits(confidential);
        if (plain.length() < shortest) {
            return;
        }
        int part = Math.min(length, plain.length());
        for (int i = 0; i + part <= plain.length(); i++) {
            parts.add(plain.substring(i, i + part));
        }
    }

    private static Stream<String> encodings(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                secret,
                HexFormat.of().formatHex(bytes),
                PlainText.base64After(0, bytes),
                PlainText.base64After(1, bytes),
                PlainText.base64After(2, bytes));
    }

    /** The sizes only. */
    @Override
    public String toString() {
        return "Confidential[" + texts.size() + " texts, " + secrets.size() + " secrets]";
    }
}
