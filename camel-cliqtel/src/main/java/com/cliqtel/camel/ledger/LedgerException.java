/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

/**
 * Thrown when a ledger operation fails, or when its outcome is unknown. After a failed claim the caller doesn't hold the key
 * and must stop.
 *
 * <p>The message names the operation and the key, never a record.
 */
public final class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message the operation that failed and what to do; never a record
     * @param cause the reason; may be null
     */
    public LedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
