/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.apache.camel.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the webhook consumers of a context can be reached from outside: reports are asked for to the one that there is, or to
 * the only one that has an external URL. Says so where that is not clear. Thread-safe.
 */
public final class WebhookUrlRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(CliqtelWebhookConsumer.class);

    private final Map<Consumer, Optional<URI>> addresses = new ConcurrentHashMap<>();
    private final AtomicBoolean said = new AtomicBoolean();

    void add(Consumer consumer, Optional<URI> address) {
        addresses.put(consumer, address);
        if (known().count() > 1) {
            LOG.warn(
                    "There are {} cliqtel:webhook consumers with a webhookExternalUrl, so that it does not say which of them"
                            + " reports should go to: set statusCallbackUrl, or set webhookExternalUrl on one of them only; till"
                            + " then cliqtel:send asks for no reports",
                    known().count());
        }
    }

    void remove(Consumer consumer) {
        addresses.remove(consumer);
    }

    /** The only address; empty where there are several or none. */
    public Optional<URI> only() {
        if (addresses.isEmpty()) {
            return Optional.empty();
        }
        return known().count() == 1 ? known().findFirst() : Optional.empty();
    }

    /** Says once that SMS are sent without asking for reports, although a public address is set for that. */
    public void sentWithout() {
        if (said.compareAndSet(false, true)) {
            LOG.warn(
                    "webhookExternalUrl is set, but SMS are sent without asking for reports, for there is {}: set"
                            + " statusCallbackUrl to where reports should go",
                    addresses.isEmpty()
                            ? "no cliqtel:webhook consumer of this component in this context"
                            : "more than one cliqtel:webhook consumer");
        }
    }

    private Stream<URI> known() {
        return addresses.values().stream().flatMap(Optional::stream);
    }
}
