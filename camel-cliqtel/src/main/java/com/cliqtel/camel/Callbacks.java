/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.camel.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the webhook consumers of a context can be reached from outside: where there is one, reports are asked for to its
 * address. Thread-safe.
 */
final class Callbacks {

    private static final Logger LOG = LoggerFactory.getLogger(CliqtelWebhookConsumer.class);

    private final Map<Consumer, Optional<URI>> addresses = new ConcurrentHashMap<>();

    void add(Consumer consumer, Optional<URI> address) {
        addresses.put(consumer, address);
        if (addresses.size() > 1 && addresses.values().stream().anyMatch(Optional::isPresent)) {
            LOG.warn(
                    "There are several cliqtel:webhook consumers, so that webhookExternalUrl does not say which of them reports"
                            + " should go to: set statusCallbackUrl, or cliqtel:send asks for no reports");
        }
    }

    void remove(Consumer consumer) {
        addresses.remove(consumer);
    }

    /** The only consumer's address; empty where there are several or none, or it has no external URL. */
    Optional<URI> only() {
        return addresses.size() == 1 ? addresses.values().iterator().next() : Optional.empty();
    }
}
