/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

/**
 * A ledger could not do what it was asked, and it is not known whether it did; whoever asked for a claim does not have
 * it and goes no further.
 *
 * <p>Its text says what was tried with which key, never a record.
 */
public final class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what could not be done.
     *
     * @param message what was tried and what would help; no record
     * @param cause why it failed; null when there is no more to say
     */
    public LedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
