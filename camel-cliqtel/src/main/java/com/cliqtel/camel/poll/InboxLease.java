/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import com.cliqtel.camel.poll.inbox.Inbox;

/**
 * An inbox that is open to a reader.
 *
 * @param inbox what is read
 * @param ending lets others read it
 */
public record InboxLease(Inbox inbox, Runnable ending) implements AutoCloseable {

    @Override
    public void close() {
        ending.run();
    }

    @Override
    public String toString() {
        return inbox.toString();
    }
}
