/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.cliqtel.camel.simulator.Simulator;

/**
 * The account, the database and the broker's files, which outlive the shop. The shop runs in a process of its own, which
 * can be killed.
 */
final class ShopEnvironment implements AutoCloseable {

    private final Path directory;
    private final Simulator account;
    private final Database database;
    private final int shopPort;
    private final int brokerPort;

    private ShopEnvironment(Path directory, Simulator account, Database database, List<Integer> ports) {
        this.directory = directory;
        this.account = account;
        this.database = database;
        this.shopPort = ports.get(0);
        this.brokerPort = ports.get(1);
    }

    /**
     * Creates an environment in a new directory.
     *
     * @param parent the directory of the build; a new one is made in it
     * @param database starts the database in the new directory
     */
    static ShopEnvironment create(Path parent, Simulator account, Function<Path, Database> database)
            throws IOException {
        Files.createDirectories(parent);
        Path directory = Files.createTempDirectory(parent, "shop-").toAbsolutePath();
        return new ShopEnvironment(directory, account, database.apply(directory), freePorts());
    }

    /** Starts the shop. What it logs goes on in one file over all its lives. */
    ShopProcess startShop(Map<String, String> settings) throws IOException {
        Map<String, String> properties = new HashMap<>(Map.of(
                "server.port",
                String.valueOf(shopPort),
                "shop.data",
                directory.toString(),
                "shop.broker.port",
                String.valueOf(brokerPort),
                "spring.datasource.url",
                database.url(),
                "camel.component.cliqtel.base-url",
                account.baseUrl().toString(),
                "spring.main.banner-mode",
                "off"));
        properties.putAll(settings);
        Map<String, String> environment = Map.of(
                "CLIQTEL_API_KEY",
                account.apiKey(),
                "CLIQTEL_FROM",
                account.numbers().get(0).number(),
                "CLIQTEL_WEBHOOK_EXTERNAL_URL",
                page().replaceFirst("/$", ""));
        return ShopProcess.start(log(), properties, environment);
    }

    Simulator account() {
        return account;
    }

    Database database() {
        return database;
    }

    /** Where the shop shows its orders. */
    String page() {
        return "http://127.0.0.1:" + shopPort + "/";
    }

    /** Where orders are put into the queue. */
    String broker() {
        return "tcp://127.0.0.1:" + brokerPort;
    }

    Path log() {
        return directory.resolve("shop.log");
    }

    private static List<Integer> freePorts() throws IOException {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return List.of(one.getLocalPort(), other.getLocalPort());
        }
    }

    @Override
    public void close() throws Exception {
        database.close();
    }
}
