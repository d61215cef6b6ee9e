/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.send;

/** A way to send an SMS. Thread-safe. */
interface SmsSender extends AutoCloseable {

    /** The sender's own number. */
    String FROM = "+16625163513";

    /** What each competitor shows the API. */
    String API_KEY = "benchmark-key-0123456789";

    /**
     * Sends one.
     *
     * @return the id that the API gave it
     * @throws IllegalStateException when there is none: then nothing was measured
     */
    long send(String to, String text);

    @Override
    void close();
}
