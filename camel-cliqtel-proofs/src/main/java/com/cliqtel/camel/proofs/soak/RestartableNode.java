/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

import org.apache.camel.Exchange;

/** A {@link Node} that can be restarted on the same port. Thread-safe. */
final class RestartableNode implements AutoCloseable {

    private static final int TRIES = 120;
    private static final long BETWEEN_TRIES = Duration.ofMillis(500).toNanos();

    private final ApplicationSettings settings;
    private final ApplicationOutput output;
    // written while the node is another's turn; what is given meanwhile waits
    private final ReadWriteLock turns = new ReentrantReadWriteLock();
    private volatile Node node;

    RestartableNode(ApplicationSettings account, ApplicationOutput output) throws Exception {
        this.settings = account;
        this.output = output;
        this.node = Node.start(account, Node.ANY_PORT, output);
    }

    void give(String route, Map<String, Object> headers, String body, Consumer<Exchange> ended) throws Exception {
        turns.readLock().lock();
        try {
            node.give(route, headers, body, ended);
        } finally {
            turns.readLock().unlock();
        }
    }

    /** Stops the node in order, and starts another one at the same port. */
    void restart() throws Exception {
        turns.writeLock().lock();
        try {
            int port = node.port();
            node.close();
            node = startedAt(port);
        } finally {
            turns.writeLock().unlock();
        }
    }

    private Node startedAt(int port) throws Exception {
        for (int tries = 1; ; tries++) {
            try {
                return Node.start(settings, port, output);
            } catch (Exception taken) {
                // by a connection that somebody else has opened meanwhile
                if (tries == TRIES) {
                    throw taken;
                }
                LockSupport.parkNanos(BETWEEN_TRIES);
            }
        }
    }

    int underWay() {
        return node.underWay();
    }

    @Override
    public void close() throws Exception {
        node.close();
    }
}
