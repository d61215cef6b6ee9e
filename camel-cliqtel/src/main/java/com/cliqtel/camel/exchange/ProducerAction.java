/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.exchange;

import java.util.concurrent.CompletableFuture;

import org.apache.camel.Exchange;

/**
 * What a producer does with an exchange: one operation.
 *
 * <p>May throw; the producer turns that into the exchange's exception, as it does with a failed future. Thread-safe once
 * started.
 */
public interface ProducerAction {

    /** Whether the operation calls the API. Otherwise it needs no account. */
    default boolean calls() {
        return true;
    }

    /**
     * Prepares the account's objects that the operation needs. Called before the first exchange, and after each restart of the
     * component.
     */
    default void start() {}

    /** Starts it; the result says what to write on the exchange's message. */
    CompletableFuture<ProducerResult> run(Exchange exchange);
}
