/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import com.cliqtel.camel.model.PhoneNumber;

/** The recipients that may be sent to: all, or those that a list of patterns names. */
final class AllowedRecipients {

    private static final Pattern NUMBER = Pattern.compile("\\+[0-9]{1,15}");
    private static final Pattern BEGINNING = Pattern.compile("\\+?[0-9]{0,15}\\*");

    private final Predicate<String> allowed;

    private AllowedRecipients(Predicate<String> allowed) {
        this.allowed = allowed;
    }

    /**
     * @param patterns numbers, beginnings of numbers with {@code *}, or regular expressions, separated by commas; null
     *     for all recipients
     * @throws IllegalArgumentException when one is none of these, or none is given
     */
    static AllowedRecipients of(String patterns) {
        if (patterns == null) {
            return new AllowedRecipients(number -> true);
        }
        List<Predicate<String>> each = Arrays.stream(patterns.split(","))
                .map(String::trim)
                .filter(pattern -> !pattern.isEmpty())
                .map(AllowedRecipients::one)
                .toList();
        if (each.isEmpty()) {
            throw new IllegalArgumentException("allowedRecipients names nobody: leave it out to allow all, or write"
                    + " numbers such as +12025550123, beginnings such as +1202*, or regular expressions");
        }
        return new AllowedRecipients(number -> each.stream().anyMatch(pattern -> pattern.test(number)));
    }

    private static Predicate<String> one(String pattern) {
        if (NUMBER.matcher(pattern).matches()) {
            return pattern::equals;
        }
        if (BEGINNING.matcher(pattern).matches()) {
            String beginning = pattern.substring(0, pattern.length() - 1);
            return number -> number.startsWith(beginning);
        }
        try {
            return Pattern.compile(pattern).asMatchPredicate();
        } catch (PatternSyntaxException noPattern) {
            throw new IllegalArgumentException(
                    "allowedRecipients has a pattern of " + pattern.length() + " characters that is none: write numbers"
                            + " such as +12025550123, beginnings such as +1202*, or regular expressions (in which + is"
                            + " written \\+)");
        }
    }

    /** @throws IllegalArgumentException when it is not among them; it is shown masked */
    void check(PhoneNumber recipient) {
        if (!allowed.test(recipient.e164())) {
            throw new IllegalArgumentException(
                    "the recipient '" + recipient + "' is none of those that the option allowedRecipients allows");
        }
    }
}
