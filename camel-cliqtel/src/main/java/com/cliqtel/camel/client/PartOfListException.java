/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.util.Collection;
import java.util.List;

import com.cliqtel.camel.model.Sms;

/**
 * A list showed less than it said it has, however often it was read: what it showed is there, and what it didn't show may be
 * there too.
 */
public final class PartOfListException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Collection<Sms> shown;

    PartOfListException(Collection<Sms> shown, int total) {
        super("the list says it has " + total + " messages and shows " + shown.size(), null, false, false);
        this.shown = List.copyOf(shown);
    }

    /** What it showed. */
    public Collection<Sms> shown() {
        return shown;
    }
}
