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
    // the rest of a longer text is neither checked nor shown
    private static final int READ = 1_000;
    private static final int SHOWN = 200;
    private static final Pattern PHONE_NUMBER =
            Pattern.compile("\\p{Nd}(?:[\\p{Z}\\p{Pd}\\p{Cf}.()/]{0,3}\\p{Nd}){6,}+");
    private static final Pattern NO_DIGIT = Pattern.compile("\\P{Nd}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+");
    private static final int DIGITS_SHOWN = 4;
    private static final String WITHHELD = "[withheld]";

    /** Nothing is confidential. */
    public static final ConfidentialTexts NOTHING = new ConfidentialTexts(Set.of(), Set.of());

    /** Copies the sets. */
    public ConfidentialTexts {
        texts = Set.copyOf(texts);
        secrets = Set.copyOf(secrets);
    }

    /**
     * Returns a text of the server for logs and exceptions, on one line of at most 200 characters. Long numbers are masked to
     * their last four digits. A text that quotes a secret or the message is withheld as a whole.
     */
    public String shown(String serverText) {
        String read = serverText.length() > READ ? serverText.substring(0, READ) : serverText;
        if (isSecretIn(read)) {
            return "the server's text is " + WITHHELD + ": it quotes a secret of the account";
        }
        if (isMessageIn(read)) {
            return "the server's text is " + WITHHELD + ": it quotes the message";
        }
        String safe = PHONE_NUMBER.matcher(withoutShort(read)).replaceAll(number -> lastFour(number.group()));
        safe = UNPRINTABLE.matcher(safe).replaceAll(" ").trim();
        return safe.length() > SHOWN ? safe.substring(0, SHOWN) + "..." : safe;
    }

    private static String lastFour(String number) {
        String digits = NO_DIGIT.matcher(number).replaceAll("");
        return "***" + digits.substring(digits.length() - DIGITS_SHOWN);
    }

    /** Returns whether a word may be shown unchanged, since it has nothing confidential and no phone number. */
    boolean isHarmless(String word) {
        return shown(word).equals(word);
    }

    /** Returns the same with further secrets. */
    ConfidentialTexts and(Collection<String> more) {
        Set<String> all = new HashSet<>(secrets);
        all.addAll(more);
        return new ConfidentialTexts(texts, all);
    }

    /** Returns whether the text shows a secret, or eight letters and digits of one. */
    private boolean isSecretIn(String text) {
        Set<String> parts = new HashSet<>();
        secrets.forEach(
                secret -> encodings(secret).forEach(form -> addParts(parts, form, PART_OF_A_SECRET, SHORTEST_SECRET)));
        return PlainText.of(text).stream().anyMatch(form -> holdsAny(form, parts));
    }

    /** Returns whether the text shows twelve letters and digits of a message, or a number of four or more digits from it. */
    private boolean isMessageIn(String text) {
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
    private String withoutShort(String text) {
        String safe = text;
        for (String word : Stream.concat(texts.stream(), secrets.stream()).toList()) {
            safe = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])")
                    .matcher(safe)
                    .replaceAll(WITHHELD);
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

    /** Returns the sizes only. */
    @Override
    public String toString() {
        return "Confidential[" + texts.size() + " texts, " + secrets.size() + " secrets]";
    }
}
