/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.error;

/** What may have happened to the SMS of a failed call. */
public enum Outcome {
    /** The request was not executed. It is safe to send the SMS again. */
    NOT_SENT,
    /** The SMS may have been sent. Sending it again may send it twice. */
    UNKNOWN,
    /**
     * The API accepted the SMS, but its id is unknown, since the answer can't be read or shows another message. Sending it
     * again would send it twice.
     */
    SENT
}
