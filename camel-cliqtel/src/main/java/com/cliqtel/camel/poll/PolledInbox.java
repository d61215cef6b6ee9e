/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import java.util.function.Supplier;

import com.cliqtel.camel.account.AccountUse;
import com.cliqtel.camel.account.EndpointServices;
import com.cliqtel.camel.poll.inbox.Inbox;
import com.cliqtel.camel.poll.inbox.NewMessage;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;

/** The inbox that a polling consumer reads, and the consumer's use of the account. A restart of the component opens it again. */
final class PolledInbox {

    private final EndpointServices services;
    private final PollSettings settings;
    private final Supplier<InboxLease> opening;
    private final AccountUse account;
    // read by JMX
    private volatile InboxLease lease;

    PolledInbox(EndpointServices services, PollSettings settings, Supplier<InboxLease> opening) {
        this.services = services;
        this.settings = settings;
        this.opening = opening;
        this.account = services.use(this::open);
    }

    private void open() {
        close();
        lease = opening.get();
    }

    private void close() {
        if (lease != null) {
            lease.close();
        }
    }

    /** Ends the use of the inbox and the consumer's own use of the account, which {@link AccountUse#start} began. */
    void stop() {
        close();
        account.leave();
    }

    AccountUse account() {
        return account;
    }

    /** Returns the inbox; null before the first start. */
    Inbox inbox() {
        return lease == null ? null : lease.inbox();
    }

    /** Writes a message to an exchange. The end of the exchange is the end of the delivery. */
    Exchange write(NewMessage message, Exchange exchange, ExceptionHandler exceptions) {
        Inbox inbox = inbox();
        PollSource source = settings.source();
        services.observers()
                .received(
                        settings.topic().purpose(),
                        source.happened(message).map(inbox::nanosSince).orElse(-1L));
        source.write(message, exchange.getMessage());
        exchange.getExchangeExtension().addOnCompletion(new PollCompletion(inbox, message, exceptions));
        return exchange;
    }
}
