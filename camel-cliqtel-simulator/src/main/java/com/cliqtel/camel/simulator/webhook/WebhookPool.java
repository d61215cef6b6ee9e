/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.webhook;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

import com.cliqtel.camel.simulator.webhook.WebhookDelivery.Outcome;

/** The few threads that webhooks are sent by, so that no API call waits for a webhook receiver. */
public final class WebhookPool implements AutoCloseable {

    private final ThreadPoolExecutor threads;
    private final WebhookPost post;

    /**
     * Starts no thread before there is something to send.
     *
     * @param connections how many webhooks may be under way at once
     * @param timeout the longest a webhook may take, from connecting to the end of the answer
     * @throws IllegalArgumentException when the timeout is not greater than zero
     */
    public WebhookPool(int connections, Duration timeout) {
        AtomicInteger number = new AtomicInteger();
        this.threads = (ThreadPoolExecutor) Executors.newFixedThreadPool(connections, task -> {
            Thread thread = new Thread(task, "cliqtel-simulator-webhook-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        this.post = new WebhookPost(timeout);
    }

    synchronized void connections(int connections) {
        // neither may pass the other on the way
        threads.setCorePoolSize(Math.min(connections, threads.getMaximumPoolSize()));
        threads.setMaximumPoolSize(connections);
        threads.setCorePoolSize(connections);
    }

    Executor threads() {
        return threads;
    }

    Outcome send(String url, byte[] body, String signature) {
        return post.send(url, body, signature);
    }

    /** Interrupts what is under way and sends nothing more. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
