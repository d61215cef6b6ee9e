/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

/** What happens, to be followed as a stream of server-sent events (WHATWG HTML, 9.2). Safe for use by several threads. */
public interface EventFeed {

    /**
     * Begins to follow.
     *
     * @param lastSeen the id of the last event the reader knows; null for none, which begins with what happens next
     * @param awake is run when there may be something new, by any thread; must return at once
     * @return to be closed
     */
    Reader open(String lastSeen, Runnable awake);

    /** Somebody who follows. Not for use by several threads at once. */
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
