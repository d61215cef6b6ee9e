/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.error;

import java.util.concurrent.CompletionException;

/** What futures wrap failures in, taken off. */
public final class Causes {

    private Causes() {}

    /** The failure itself, where a stage of a future has wrapped it. */
    public static Throwable of(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
