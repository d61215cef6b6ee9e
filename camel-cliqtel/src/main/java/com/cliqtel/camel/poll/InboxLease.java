/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import com.cliqtel.camel.poll.inbox.Inbox;

/**
 * An inbox that is open for a reader.
 *
 * @param inbox the inbox
 * @param end ends the lease, so that others can open the inbox
 */
record InboxLease(Inbox inbox, Runnable end) implements AutoCloseable {

    @Override
    public void close() {
        end.run();
    }
}
