/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit.bucket4j;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.cliqtel.camel.limit.LimiterSettings;
import com.cliqtel.camel.limit.Permit;
import com.cliqtel.camel.limit.PermitRequest;
import com.cliqtel.camel.limit.Purpose;
import com.cliqtel.camel.limit.QuotaObservation;
import com.cliqtel.camel.limit.RateLimiter;
import com.cliqtel.camel.limit.Window;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import io.github.bucket4j.grid.hazelcast.Bucket4jHazelcast;

/**
 * A process of its own: a member of the grid that calls a server without a pause, a byte there and a byte back, until its standard
 * input ends. A line {@code grid} on it makes the member shut its grid down.
 *
 * <p>Arguments: its name (a byte), the server's port, the port of another member or 0.
 */
final class GridNode {

    static final int LIMIT = 24;
    /** With a margin for machines that are busy with other things, where an answer may be a quarter of a second late. */
    static final Window WINDOW = new Window(Duration.ofSeconds(1), Duration.ofMillis(250));

    private static final int CALLERS = 8;

    private GridNode() {}

    public static void main(String[] args) throws Exception {
        HazelcastInstance hazelcast = Hazelcast.newHazelcastInstance(config(args[2]));
        RateLimiter limiter = Bucket4jRateLimiter.over(
                Bucket4jHazelcast.<String>entryProcessorBasedBuilder(hazelcast.getMap("quota"))
                        .build()
                        .asAsync(),
                "cliqtel",
                new LimiterSettings(LIMIT, 0, 0.5, WINDOW, Window.SECOND));
        System.out.println(
                "PORT " + hazelcast.getCluster().getLocalMember().getAddress().getPort());
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in));
        commands.readLine();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        for (int i = 0; i < CALLERS; i++) {
            callers.execute(() -> call(limiter, args[0].charAt(0), Integer.parseInt(args[1])));
        }
        if ("grid".equals(commands.readLine())) {
            hazelcast.getLifecycleService().terminate();
            commands.readLine();
        }
        Runtime.getRuntime().halt(0);
    }

    private static void call(RateLimiter limiter, int name, int port) {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = server.getOutputStream();
            while (true) {
                Permit permit = limiter.acquire(
                                new PermitRequest("account", Purpose.CALL, false, Duration.ofMinutes(1)))
                        .permit()
                        .toCompletableFuture()
                        .get();
                out.write(name);
                server.getInputStream().read();
                permit.completed(QuotaObservation.nothing());
            }
        } catch (Exception over) {
            System.out.println("OVER " + over);
        }
    }

    /** On the loopback interface and nowhere else. */
    private static Config config(String other) {
        Config config = new Config();
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.logging.type", "none");
        config.setProperty("hazelcast.wait.seconds.before.join", "0");
        config.setProperty("hazelcast.partition.count", "11");
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.setProperty("hazelcast.local.localAddress", "127.0.0.1");
        config.getMetricsConfig().setEnabled(false);
        config.getJetConfig().setEnabled(false);
        config.getNetworkConfig().setPort(5_900 + (int) (ProcessHandle.current().pid() % 1_000));
        config.getNetworkConfig().setPortCount(1_000);
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        JoinConfig join = config.getNetworkConfig().getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true);
        if (!"0".equals(other)) {
            join.getTcpIpConfig().addMember("127.0.0.1:" + other);
        }
        return config;
    }
}
