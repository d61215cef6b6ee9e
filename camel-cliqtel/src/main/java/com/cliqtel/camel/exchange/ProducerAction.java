/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.exchange;

import java.util.concurrent.CompletableFuture;

import org.apache.camel.Exchange;

/** An operation of a producer. Thread-safe after {@link #start()}. */
public interface ProducerAction {

    /** Returns whether the operation calls the API. Otherwise it needs no account. */
    default boolean calls() {
        return true;
    }

    /**
     * Prepares the account's objects that the operation needs. Called before the first exchange, and after each restart of the
     * component.
     */
    default void start() {}

    /**
     * Runs the operation for an exchange. The future fails, or this method throws, with the exception of the exchange.
     *
     * @return the result, to be written to the exchange's message
     */
    CompletableFuture<ProducerResult> run(Exchange exchange);
}
