/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

/** The result of {@link Ledger#close}. */
public enum Closing {
    /** The entry is closed with this record and message. */
    CLOSED,
    /** The owner doesn't have the entry. Nothing was changed. */
    LOST,
    /** Another entry names the message. Nothing was changed, and the owner still has its entry. */
    MESSAGE_TAKEN
}
