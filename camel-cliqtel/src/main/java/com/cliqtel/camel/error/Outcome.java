/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.error;

/** What may have happened to a call without a trustworthy answer. */
public enum Outcome {
    /** No byte of the request's body left this machine, so it certainly did not happen: sending again is safe. */
    NOT_SENT,
    /** It may have happened or not: sending again may send twice. */
    UNKNOWN,
    /**
     * The API accepted the SMS, but the message's id is unknown, since the answer can't be read or shows another message.
     * Sending it again would send it twice.
     */
    SENT
}
