/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.apache.camel.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public addresses of a component's webhook consumers. Sends request reports to the only consumer with an external URL. If
 * there are several, a warning is logged. Thread-safe.
 */
public final class WebhookUrlRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookUrlRegistry.class);

    private final Map<Consumer, Optional<URI>> addresses = new ConcurrentHashMap<>();
    private final AtomicBoolean warned = new AtomicBoolean();

    /**
     * The entry of one webhook consumer.
     *
     * @param registry the registry to which the entry belongs
     * @param url returns the consumer's public address; empty if it has none
     */
    public record Registration(WebhookUrlRegistry registry, Supplier<Optional<URI>> url) {

        void add(Consumer consumer) {
            registry.add(consumer, url.get());
        }

        void remove(Consumer consumer) {
            registry.addresses.remove(consumer);
        }
    }

    /** Returns an entry for a consumer. The consumer adds and removes it. */
    public Registration registration(Supplier<Optional<URI>> url) {
        return new Registration(this, url);
    }

    private void add(Consumer consumer, Optional<URI> address) {
        addresses.put(consumer, address);
        if (known().count() > 1) {
            LOG.warn(
                    "There are {} cliqtel:webhook consumers with a webhookExternalUrl, so cliqtel:send can't choose one and"
                            + " requests no reports: set statusCallbackUrl, or set webhookExternalUrl on one consumer only",
                    known().count());
        }
    }

    /**
     * Returns the only address; empty if there are several or none.
     *
     * @param expected whether an external URL is set, so that a warning is logged once if there is no address
     */
    public Optional<URI> only(boolean expected) {
        // called for each send, mostly without a consumer
        List<URI> known = addresses.isEmpty() ? List.of() : known().limit(2).toList();
        if (known.size() == 1) {
            return Optional.of(known.get(0));
        }
        if (expected && warned.compareAndSet(false, true)) {
            LOG.warn(
                    "webhookExternalUrl is set, but SMS are sent without asking for reports, since there is {}: set"
                            + " statusCallbackUrl to the address for reports",
                    addresses.isEmpty()
                            ? "no cliqtel:webhook consumer of this component in this context"
                            : "more than one cliqtel:webhook consumer");
        }
        return Optional.empty();
    }

    private Stream<URI> known() {
        return addresses.values().stream().flatMap(Optional::stream);
    }
}
