/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.quickstart;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.cliqtel.camel.model.DeliveryStatus;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.model.WebhookContent;

/** The delivery reports so far. Routes call it as the bean {@code reports}. */
public final class ReceivedReports {

    private final Set<Report> seen = ConcurrentHashMap.newKeySet();
    private final Map<Long, CompletableFuture<DeliveryStatus>> ends = new ConcurrentHashMap<>();

    private record Report(long id, DeliveryStatus status) {}

    /** Stores a report and completes waits for it. */
    public void add(WebhookContent content) {
        if (content instanceof StatusUpdate update) {
            seen.add(new Report(update.id(), update.status()));
            if (update.status().isFinal()) {
                end(update.id()).complete(update.status());
            }
        }
    }

    boolean know(long id, DeliveryStatus status) {
        return seen.contains(new Report(id, status));
    }

    /** Waits until nothing is expected to follow for a message. */
    DeliveryStatus awaitEnd(long id, Duration longest)
            throws InterruptedException, ExecutionException, TimeoutException {
        return end(id).get(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private CompletableFuture<DeliveryStatus> end(long id) {
        return ends.computeIfAbsent(id, any -> new CompletableFuture<>());
    }
}
