/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import com.cliqtel.camel.limit.Purpose;
import com.cliqtel.camel.observe.Observers;
import com.cliqtel.camel.retry.RetryPolicy;
import com.cliqtel.camel.simulator.Simulator;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** An HTTP connection to a simulator without Camel, for tests of the Camel-free packages. */
public final class SimulatorConnection implements AutoCloseable {

    private final CloseableHttpClient http =
            HttpClients.custom().disableAutomaticRetries().build();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final TimedWaits waits = new TimedWaits(timer, workers);
    private final AccountConnection line;

    public SimulatorConnection(Simulator simulator) {
        HttpConnection connection = new HttpConnection(
                http,
                simulator.baseUrl(),
                simulator.apiKey(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                timer,
                () -> Set.of(simulator.apiKey()));
        this.line = new AccountConnection(
                "account", connection, null, new ServerClock(), waits, Observers.of(), new SendGate());
    }

    public AccountConnection line() {
        return line;
    }

    /** The API without retries and waits. */
    public CliqtelApi api() {
        return CliqtelApi.over(line, new CallPolicy(Purpose.RECONCILE, RetryPolicy.times(0), Duration.ofSeconds(10)));
    }

    /** A clock of a server that is ahead of this machine's by so much, or behind it. */
    public static ServerClock clockAhead(Duration ahead) {
        ServerClock clock = new ServerClock();
        Instant now = Instant.EPOCH;
        clock.observe(now.plus(ahead), now, now);
        return clock;
    }

    @Override
    public void close() throws IOException {
        waits.close();
        http.close();
        timer.shutdownNow();
        workers.shutdownNow();
    }
}
