/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.observe;

import java.util.Locale;

/** What a search for an SMS that nobody answered for came to. */
public enum SearchEnd {

    /** The list of messages shows it. */
    FOUND,

    /** The list of messages doesn't show it. */
    NOT_FOUND,

    /** The list of messages shows one that may be this SMS or another one. */
    CONTESTED,

    /** The list of messages can't be read. */
    NOT_SEEN;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The name in lower case: a stable word for metrics and consoles. */
    public String word() {
        return word;
    }
}
