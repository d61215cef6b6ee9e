/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;

import com.cliqtel.camel.text.PhoneNumber;

/** The recipients that {@code allowedRecipients} allows: all, or those that match one of its patterns. */
public final class AllowedRecipients {

    private static final Pattern NUMBER = Pattern.compile("\\+[0-9]{1,15}");
    private static final Pattern BEGINNING = Pattern.compile("\\+[0-9]{0,15}\\*|\\*");
    private static final Pattern WITHOUT_PLUS = Pattern.compile("[0-9]{1,15}\\*?");

    private final Predicate<String> allowed;

    private AllowedRecipients(Predicate<String> allowed) {
        this.allowed = allowed;
    }

    /**
     * Reads the option.
     *
     * @param patterns numbers, beginnings of numbers with {@code *}, or regular expressions, separated by commas; a comma
     *     inside of braces, brackets or parentheses belongs to its regular expression; null for all recipients
     * @throws IllegalArgumentException when a pattern is none of these, or none is given
     */
    public static AllowedRecipients of(String patterns) {
        if (patterns == null) {
            return new AllowedRecipients(number -> true);
        }
        List<String> each = separated(patterns);
        if (each.isEmpty()) {
            throw new IllegalArgumentException("allowedRecipients names nobody: leave it out to allow all, or write"
                    + " numbers such as +12025550123, beginnings such as +1202*, or regular expressions");
        }
        List<Predicate<String>> allowed = IntStream.range(0, each.size())
                .mapToObj(i -> one(each.get(i), "pattern " + (i + 1) + " of " + each.size()))
                .toList();
        return new AllowedRecipients(number -> allowed.stream().anyMatch(pattern -> pattern.test(number)));
    }

    private static List<String> separated(String patterns) {
        List<String> each = new ArrayList<>();
        int open = 0;
        int begin = 0;
        for (int i = 0; i < patterns.length(); i++) {
            char c = patterns.charAt(i);
            if (c == '\\') {
                i++;
            } else if ("{[(".indexOf(c) >= 0) {
                open++;
            } else if ("}])".indexOf(c) >= 0) {
                open = Math.max(0, open - 1);
            } else if (c == ',' && open == 0) {
                each.add(patterns.substring(begin, i));
                begin = i + 1;
            }
        }
        each.add(patterns.substring(begin));
        return each.stream()
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .toList();
    }

    private static Predicate<String> one(String pattern, String position) {
        if (NUMBER.matcher(pattern).matches()) {
            return pattern::equals;
        }
        if (BEGINNING.matcher(pattern).matches()) {
            String beginning = pattern.substring(0, pattern.length() - 1);
            return number -> number.startsWith(beginning);
        }
        if (WITHOUT_PLUS.matcher(pattern).matches()) {
            throw new IllegalArgumentException(
                    "allowedRecipients: " + position + " begins with a digit, and recipients begin"
                            + " with +: write the plus. In an endpoint's URI write RAW(...) around the patterns, since Camel can make"
                            + " a blank of a plus");
        }
        try {
            return Pattern.compile(pattern).asMatchPredicate();
        } catch (PatternSyntaxException invalid) {
            throw new IllegalArgumentException("allowedRecipients: " + position + " is not a valid regular expression ("
                    + invalid.getDescription()
                    + "). A comma separates patterns, except between {}, [] or (). Write numbers"
                    + " such as +12025550123, beginnings such as +1202*, or regular expressions (in which + is written"
                    + " \\+)");
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
