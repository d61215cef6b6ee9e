/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.text.Normalizer;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The form in which the account stores the messages it sends. Answers, lists and webhooks show the stored form, and the
 * filters of a list compare with it. The segments and the price are those of the text as it was sent.
 *
 * @param sender converts the account's number to the stored sender; safe for use by several threads
 * @param recipient converts the recipient of the request to the stored recipient; safe for use by several threads
 * @param text converts the text of the request to the stored text; safe for use by several threads
 */
public record StoredForm(UnaryOperator<String> sender, UnaryOperator<String> recipient, UnaryOperator<String> text) {

    /** Everything is stored as it was sent. */
    public static final StoredForm AS_SENT =
            new StoredForm(UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity());

    /**
     * Numbers and texts as a server may normalise them: Mexican numbers lose the 1 and Argentine numbers the 9 after the
     * country code, Dutch numbers get a trunk zero, other numbers are grouped by blanks. Texts are trimmed and composed, with
     * one blank between words and straight quotes and dashes.
     */
    public static final StoredForm NORMALISED =
            new StoredForm(StoredForm::grouped, StoredForm::respelled, StoredForm::plain);

    /** @throws NullPointerException when a parameter is null */
    public StoredForm {
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(text, "text");
    }

    private static String respelled(String number) {
        if (number.startsWith("+521")) {
            return "+52" + number.substring(4);
        }
        if (number.startsWith("+549")) {
            return "+54" + number.substring(4);
        }
        return number.startsWith("+31") ? "+310" + number.substring(3) : grouped(number);
    }

    private static String grouped(String number) {
        return number.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .replaceAll("[\\p{Pi}\\p{Pf}]", "'")
                .replaceAll("\\p{Pd}", "-")
                .strip();
    }
}
