/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.observe;

import java.util.Locale;

/** The result of a search for an SMS with unknown outcome. */
public enum SearchEnd {

    /** The list of messages has the SMS. */
    FOUND,

    /** The list of messages doesn't have the SMS. */
    NOT_FOUND,

    /** The list of messages has a message that may be this SMS or another one. */
    CONTESTED,

    /** The list of messages could not be read. */
    NOT_SEEN;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Returns the name in lower case, a stable word for metrics and consoles. */
    public String word() {
        return word;
    }
}
