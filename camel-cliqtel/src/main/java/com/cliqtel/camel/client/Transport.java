/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.wire.ApiCall;
import com.cliqtel.camel.wire.ApiReply;

/**
 * Carries a call to Cliqtel and brings its answer.
 *
 * <p>Never throws: every failure is in the future, as a {@link CliqtelException}. May complete on the caller's thread or
 * on another one. Holds no thread to wait before an attempt. Thread-safe.
 */
@FunctionalInterface
interface Transport {

    /** Carries it; {@code patience} says how long it may wait before it leaves, its retries included. */
    CompletableFuture<ApiReply> send(ApiCall call, WaitBudget patience);
}
