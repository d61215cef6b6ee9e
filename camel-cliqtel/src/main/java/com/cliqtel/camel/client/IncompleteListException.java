/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.util.Collection;
import java.util.List;

import com.cliqtel.camel.model.Sms;

/**
 * Thrown when only part of a list was read: some messages stayed hidden at every reading, or could not be read. The messages
 * that it showed exist, and others may exist too.
 */
public final class IncompleteListException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Collection<Sms> shown;

    IncompleteListException(CompleteListResult listed) {
        super(
                "the list says it has " + listed.total() + " messages and shows " + listed.shown()
                        + "; rows that can't be read: " + listed.skipped(),
                null,
                false,
                false);
        this.shown = List.copyOf(listed.messages());
    }

    /** What it showed. */
    public Collection<Sms> shown() {
        return shown;
    }
}
