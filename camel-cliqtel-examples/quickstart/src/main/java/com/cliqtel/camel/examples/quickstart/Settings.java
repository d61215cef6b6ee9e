/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.quickstart;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.cliqtel.camel.simulator.Simulator;

/**
 * Which account the story is told of.
 *
 * @param real whether sending costs money
 * @param apiKey the account's key
 * @param baseUrl the API's address; null for the usual one
 * @param from the number to send from
 * @param to the number to send to
 * @param port where webhooks arrive on this machine
 * @param callbackUrl where the API sends reports; null when it cannot reach this machine
 */
record Settings(boolean real, String apiKey, String baseUrl, String from, String to, int port, String callbackUrl) {

    private static final String PATH = "/cliqtel/webhook";
    private static final List<String> NEEDED = List.of("CLIQTEL_API_KEY", "CLIQTEL_FROM", "CLIQTEL_TO");

    /** The account of a simulator, reports included. */
    static Settings simulated(Simulator simulator) {
        int port = freePort();
        return new Settings(
                false,
                simulator.apiKey(),
                simulator.baseUrl().toString(),
                "+16625163513",
                "+31612345678",
                port,
                "http://127.0.0.1:" + port + PATH);
    }

    /**
     * The account that environment variables name; empty when they name none.
     *
     * @throws IllegalArgumentException when they name one in part
     */
    static Optional<Settings> named(Map<String, String> environment) {
        List<String> missing = NEEDED.stream()
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .toList();
        if (missing.size() == NEEDED.size()) {
            return Optional.empty();
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("To use the real service set " + String.join(", ", NEEDED)
                    + "; missing: " + String.join(", ", missing) + ". Set none of them to use the simulator.");
        }
        String external = environment.getOrDefault("CLIQTEL_WEBHOOK_EXTERNAL_URL", "");
        return Optional.of(new Settings(
                true,
                environment.get("CLIQTEL_API_KEY"),
                environment.get("CLIQTEL_BASE_URL"),
                environment.get("CLIQTEL_FROM"),
                environment.get("CLIQTEL_TO"),
                port(environment.getOrDefault("CLIQTEL_WEBHOOK_PORT", "8080")),
                external.isBlank() ? null : external.replaceAll("/$", "") + PATH));
    }

    /** Whether reports arrive by webhook; else the story asks. */
    boolean receivesReports() {
        return callbackUrl != null;
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text.trim());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("CLIQTEL_WEBHOOK_PORT is '" + text + "': a number was expected");
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException("no free port on this machine", none);
        }
    }

    /** Without the key and the numbers. */
    @Override
    public String toString() {
        return "Settings[real=" + real + ", receivesReports=" + receivesReports() + "]";
    }
}
