/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.error;

import java.util.concurrent.CompletionException;

/** Internal. Unwraps the failures of futures. Stateless. */
public final class Causes {

    private Causes() {}

    /** Returns the cause of a {@link CompletionException}, and any other failure unchanged. */
    public static Throwable of(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
