/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.conversation;

import java.util.Locale;
import java.util.Set;

import org.apache.camel.Exchange;

/** What a message can be as a whole, however it is written. */
enum Keyword {
    STOP("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"),
    START("START", "UNSTOP"),
    HOURS("HOURS", "OPEN"),
    /** Said by people, in a mail: the route may answer again. */
    DONE("DONE");

    private final Set<String> words;

    Keyword(String... words) {
        this.words = Set.of(words);
    }

    /** Whether the exchange's text is this one, but for case, blanks and punctuation around it. */
    boolean isSaid(Exchange exchange) {
        String text = exchange.getProperty(ConversationSteps.TEXT, "", String.class);
        return words.contains(text.toUpperCase(Locale.ROOT).replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", ""));
    }
}
