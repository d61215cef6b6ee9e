/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.wire.ApiCall;
import com.cliqtel.camel.wire.ApiReply;

/**
 * Makes a call of the Cliqtel API and returns its answer.
 *
 * <p>Never throws: each failure is in the future, as a {@link CliqtelException}. The future may be completed on the caller's thread
 * or on another one. A wait before an attempt holds no thread. Thread-safe.
 */
@FunctionalInterface
interface Transport {

    /** Makes the call; {@code budget} is the time for all waits, including those of retries. */
    CompletableFuture<ApiReply> send(ApiCall call, WaitBudget budget);
}
