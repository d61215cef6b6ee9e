/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The shop as tests have it: in this process, on ports that are free, with a database that ends with it. */
public final class TestShop {

    private TestShop() {}

    public static void furnish(DynamicPropertyRegistry properties, Cliqtel cliqtel) throws IOException {
        int port = freePort();
        int brokerPort = freePort();
        Files.createDirectories(Path.of("target"));
        Path data = Files.createTempDirectory(Path.of("target"), "shop-");
        String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        properties.add("server.port", () -> port);
        properties.add("shop.broker.port", () -> brokerPort);
        properties.add("shop.data", data::toString);
        properties.add("spring.datasource.url", () -> database);
        properties.add("camel.component.cliqtel.base-url", cliqtel::baseUrl);
        properties.add("CLIQTEL_API_KEY", cliqtel::apiKey);
        properties.add(
                "CLIQTEL_FROM", () -> cliqtel.simulator().numbers().get(0).number());
        properties.add("CLIQTEL_WEBHOOK_EXTERNAL_URL", () -> "http://127.0.0.1:" + port);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
