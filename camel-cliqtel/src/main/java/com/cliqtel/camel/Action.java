/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.concurrent.CompletableFuture;

import org.apache.camel.Exchange;

/**
 * What a producer does with an exchange: one operation.
 *
 * <p>May throw; the producer turns that into the exchange's exception, as it does with a failed future. Thread-safe.
 */
@FunctionalInterface
interface Action {

    /** Starts it; the result says what to write on the exchange's message. */
    CompletableFuture<Result> run(Exchange exchange);
}
