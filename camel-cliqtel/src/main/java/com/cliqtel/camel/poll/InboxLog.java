/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.monitor.LogThrottle;
import com.cliqtel.camel.poll.inbox.InboxIncidents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the problems of an inbox to the log. Problems of single messages are logged at most once a minute. */
final class InboxLog implements InboxIncidents {

    private static final Logger LOG = LoggerFactory.getLogger(InboxLog.class);

    private final String name;
    private final LogThrottle hidden = new LogThrottle();
    private final LogThrottle unreadable = new LogThrottle();
    private final LogThrottle notNoted = new LogThrottle();

    InboxLog(String name) {
        this.name = name;
    }

    /** Warns that the position is lost when the process ends. */
    void positionInMemory() {
        LOG.warn(
                "{}: the position is kept in memory. After a restart, reading begins again at startFrom, so messages are"
                        + " missed or delivered again: set a durable ledger, such as a JdbcLedger",
                name);
    }

    @Override
    public void hidden(int shown, int total) {
        if (hidden.isDue()) {
            LOG.warn(
                    "{}: the list reports {} messages but shows only {}, also when it is read again; the others are read"
                            + " later",
                    name,
                    total,
                    shown);
        }
    }

    @Override
    public void unreadable(long id) {
        if (unreadable.isDue()) {
            LOG.warn("{}: message {} can't be read. It is read again later; the others are delivered", name, id);
        }
    }

    @Override
    public void gaveUp(int messages) {
        LOG.warn(
                "{}: {} message(s) had no final status within giveUpAfter and are not polled any longer",
                name,
                messages);
    }

    @Override
    public void leftOut(long changes, long total) {
        LOG.debug(
                "{}: {} change(s) left out by the option statuses did not reach the route, {} since the start",
                name,
                changes,
                total);
    }

    @Override
    public void notNoted(LedgerException failure) {
        if (notNoted.isDue()) {
            LOG.warn(
                    "{}: the ledger could not record delivered messages, so another node may deliver them again, or this one after a restart: {}",
                    name,
                    failure.getMessage());
        }
    }
}
