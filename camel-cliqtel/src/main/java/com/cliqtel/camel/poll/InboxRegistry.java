/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import com.cliqtel.camel.account.EndpointServices;
import com.cliqtel.camel.account.LeaseRenewal;
import com.cliqtel.camel.client.TimedWaits;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.poll.inbox.Inbox;
import com.cliqtel.camel.poll.inbox.InboxLedger;
import com.cliqtel.camel.poll.inbox.InboxTopic;
import com.cliqtel.camel.poll.inbox.MessageSource;
import org.apache.camel.support.service.ServiceHelper;

/**
 * The inboxes that the polling consumers of a component read. One route at most reads an inbox, since two routes would take
 * messages from each other. Any number of callers that request single messages may share an inbox. Thread-safe.
 */
public final class InboxRegistry {

    private final Map<InboxName, Readers> open = new HashMap<>();

    private record InboxName(Ledger ledger, String name) {}

    /**
     * An open inbox.
     *
     * @param renewal renews the leases of its messages
     * @param sharers the number of callers that share the inbox; 0 for a route
     */
    private record Readers(Inbox inbox, LeaseRenewal renewal, int sharers) {

        Readers with(int others) {
            return new Readers(inbox, renewal, others);
        }
    }

    private record Request(MessageSource source, InboxLedger ledger, TimedWaits waits, PollSettings settings) {

        static Request of(EndpointServices services, PollSettings settings) {
            return new Request(
                    new MessageSource(
                            services.api(settings.calls()),
                            services.connection().clock()),
                    new InboxLedger(services.accountLedger(), services.account().name()),
                    services.accounts().get().receiving(),
                    settings);
        }

        InboxName name() {
            return new InboxName(ledger.ledger(), ledger.name(settings.topic()));
        }

        Readers open(int sharers) {
            InboxLog log = new InboxLog(name().name());
            if (ledger.ledger() instanceof MemoryLedger) {
                log.positionInMemory();
            }
            Inbox inbox = new Inbox(source, settings.topic(), settings.inbox(), ledger, log);
            LeaseRenewal renewal = new LeaseRenewal(inbox::renew, inbox::isDelivering, Inbox.RENEWAL, waits);
            ServiceHelper.startService(renewal);
            return new Readers(inbox, renewal, sharers);
        }

        IllegalStateException taken() {
            InboxTopic topic = settings.topic();
            return new IllegalStateException("cliqtel:" + topic.purpose() + " is polled twice here for "
                    + (topic.numberId() == null ? "all numbers" : "number " + topic.numberId())
                    + ", and two routes would take messages from each other: poll once, and use multicast");
        }
    }

    /**
     * Opens an inbox for one route.
     *
     * @throws IllegalStateException when the inbox is open
     */
    InboxLease exclusive(EndpointServices services, PollSettings settings) {
        return exclusive(Request.of(services, settings));
    }

    /**
     * Opens an inbox for one of the callers that share it. The settings of the first caller apply.
     *
     * @throws IllegalStateException when a route reads the inbox
     */
    InboxLease shared(EndpointServices services, PollSettings settings) {
        return shared(Request.of(services, settings));
    }

    private synchronized InboxLease exclusive(Request request) {
        if (open.containsKey(request.name())) {
            throw request.taken();
        }
        open.put(request.name(), request.open(0));
        return lease(request.name());
    }

    private synchronized InboxLease shared(Request request) {
        Readers known = open.get(request.name());
        if (known != null && known.sharers() == 0) {
            throw request.taken();
        }
        open.put(request.name(), known == null ? request.open(1) : known.with(known.sharers() + 1));
        return lease(request.name());
    }

    private InboxLease lease(InboxName name) {
        AtomicBoolean closed = new AtomicBoolean();
        return new InboxLease(open.get(name).inbox(), () -> {
            // a second close would end the lease of another reader
            if (closed.compareAndSet(false, true)) {
                leave(name);
            }
        });
    }

    private synchronized void leave(InboxName name) {
        Readers known = open.get(name);
        if (known.sharers() > 1) {
            open.put(name, known.with(known.sharers() - 1));
        } else {
            open.remove(name);
            ServiceHelper.stopService(known.renewal());
        }
    }
}
