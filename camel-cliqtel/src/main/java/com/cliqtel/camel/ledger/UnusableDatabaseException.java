/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

/** Thrown when a database can't be used as a ledger, and no further try will change that. */
public final class UnusableDatabaseException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do */
    public UnusableDatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
