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
     * Says what could not be done.
     *
     * @param message what was tried and what would help; no record
     * @param cause why it failed; null when there is no more to say
     */
    public LedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
