/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

/** The limiter was closed while somebody waited, or before he came. The request was not made. Has no stack trace. */
public final class LimiterClosedException extends Exception {

    /** Says so. */
    public LimiterClosedException() {
        super("the rate limiter is closed", null, false, false);
    }
}
