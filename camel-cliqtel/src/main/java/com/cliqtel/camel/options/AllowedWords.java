/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.model.DeliveryStatus;
import com.cliqtel.camel.model.Direction;
import com.cliqtel.camel.model.MaskedDigits;
import com.cliqtel.camel.model.StatusUpdate;

/**
 * The words that an option allows. Upper and lower case are the same, and blanks around a word don't matter.
 *
 * <p>Internal.
 *
 * @param option the option's name, for messages
 * @param allowed the words, in lower case
 * @param hint what else to do, at the end of a refusal; may be empty
 */
public record AllowedWords(String option, List<String> allowed, String hint) {

    public static final AllowedWords DIRECTION =
            new AllowedWords("direction", List.of(Direction.INBOUND.word(), Direction.OUTBOUND.word()), "");
    public static final AllowedWords STATUS = new AllowedWords("status", statuses(), "");
    public static final AllowedWords STATUSES = new AllowedWords("statuses", statuses(), "");

    /** The events that this version knows. An event that the API adds later can't be named here, only received. */
    public static final AllowedWords EVENTS = new AllowedWords(
            "events",
            List.of(StatusUpdate.EVENT),
            ". To receive an event that this version doesn't know, leave the option out and filter by the header "
                    + CliqtelConstants.EVENT);

    private static final Pattern SEPARATORS = Pattern.compile("[,;\\s]+");
    private static final Pattern HARMLESS = Pattern.compile("[^0-9]{1,80}");

    private static List<String> statuses() {
        return List.of(
                DeliveryStatus.QUEUED.word(),
                DeliveryStatus.SENT.word(),
                DeliveryStatus.DELIVERED.word(),
                DeliveryStatus.FAILED.word());
    }

    /**
     * Returns the allowed word that equals the text.
     *
     * @throws IllegalArgumentException when the text is not an allowed word
     */
    public String one(String text) {
        String word = lower(text);
        if (!allowed.contains(word)) {
            throw refused("is '" + shown(text) + "'");
        }
        return word;
    }

    /**
     * Returns the allowed words in a text, in which commas, semicolons and blanks separate words. Empty where the text is null or
     * blank: the option isn't set.
     *
     * @throws IllegalArgumentException when a word is not allowed, or when there is none between separators
     */
    public Set<String> several(String text) {
        Set<String> words = new TreeSet<>();
        if (text == null || text.isBlank()) {
            return words;
        }
        for (String word : SEPARATORS.split(text)) {
            if (!word.isEmpty() && !allowed.contains(lower(word))) {
                throw refused("has '" + shown(word) + "'");
            }
            if (!word.isEmpty()) {
                words.add(lower(word));
            }
        }
        if (words.isEmpty()) {
            throw refused("has no word");
        }
        return words;
    }

    /**
     * Returns the constant that an option's text names.
     *
     * @throws IllegalArgumentException when it names no constant
     */
    public static <E extends Enum<E>> E constant(String option, Class<E> type, String text) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(each -> lower(each.name()))
                .toList();
        return type.getEnumConstants()[names.indexOf(new AllowedWords(option, names, "").one(text))];
    }

    private IllegalArgumentException refused(String what) {
        return new IllegalArgumentException(option + " " + what + ": allowed are " + String.join(", ", allowed) + hint);
    }

    // a header may hold a number by mistake
    private static String shown(String text) {
        return HARMLESS.matcher(text).matches() ? text : MaskedDigits.masked(text);
    }

    private static String lower(String text) {
        return text.trim().toLowerCase(Locale.ROOT);
    }
}
