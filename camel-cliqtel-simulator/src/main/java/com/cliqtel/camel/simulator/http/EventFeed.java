/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

/** A source of server-sent events (WHATWG HTML, 9.2). Safe for use by several threads. */
public interface EventFeed {

    /**
     * Opens a reader.
     *
     * @param lastSeen the id of the last event that the client knows; null to begin with the next event
     * @param awake run by any thread when there may be new events; must return at once
     * @return the reader, which must be closed
     */
    Reader open(String lastSeen, Runnable awake);

    /** Reads new events. Not for use by several threads at once. */
    interface Reader extends AutoCloseable {

        /**
         * What is new since the last call of this.
         *
         * @return whole events as they go over the line; empty when there is nothing
         */
        String next();

        @Override
        void close();
    }
}
