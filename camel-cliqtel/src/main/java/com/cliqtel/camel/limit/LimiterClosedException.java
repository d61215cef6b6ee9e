/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

/** The limiter is closed, or was closed while the request waited for a permit. The request was not made. Has no stack trace. */
public final class LimiterClosedException extends Exception {

    /** Creates the exception. */
    public LimiterClosedException() {
        super("the rate limiter is closed", null, false, false);
    }
}
