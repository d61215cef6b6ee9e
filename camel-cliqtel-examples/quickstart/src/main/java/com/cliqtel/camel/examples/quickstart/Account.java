/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.quickstart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

import com.cliqtel.camel.simulator.Simulator;

/**
 * A Cliqtel account, and how this application uses it.
 *
 * @param baseUrl the address of the API
 * @param apiKey the account's key
 * @param from the sending number; null for the one the route names
 * @param to the recipient; null for the one the route names
 * @param webhooks where webhooks arrive
 */
record Account(String baseUrl, String apiKey, String from, String to, WebhookAddress webhooks) {

    private static final List<String> NEEDED = List.of("CLIQTEL_API_KEY", "CLIQTEL_FROM", "CLIQTEL_TO");

    /** An account on this machine, that costs nothing. */
    static Account on(Simulator simulator) {
        return new Account(simulator.baseUrl().toString(), simulator.apiKey(), null, null, WebhookAddress.here());
    }

    /**
     * The account that the environment names, if it names one.
     *
     * @throws IllegalArgumentException when it names one by halves
     */
    static Optional<Account> in(Map<String, String> environment) {
        List<String> missing = NEEDED.stream()
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .toList();
        if (missing.size() == NEEDED.size()) {
            return Optional.empty();
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(missing.stream().collect(Collectors.joining(" and ")) + " missing: set "
                    + String.join(", ", NEEDED) + " to use the real service, or none of them");
        }
        return Optional.of(new Account(
                environment.getOrDefault("CLIQTEL_BASE_URL", "https://cliqtel.com/api/v1/sms"),
                environment.get("CLIQTEL_API_KEY"),
                environment.get("CLIQTEL_FROM"),
                environment.get("CLIQTEL_TO"),
                webhooks(environment)));
    }

    private static WebhookAddress webhooks(Map<String, String> environment) {
        String external = environment.getOrDefault("CLIQTEL_WEBHOOK_EXTERNAL_URL", "");
        String port = environment.getOrDefault("CLIQTEL_WEBHOOK_PORT", "8080");
        if (external.isBlank()) {
            return WebhookAddress.unreachable();
        }
        if (!port.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("CLIQTEL_WEBHOOK_PORT is no port: " + port);
        }
        return WebhookAddress.behind(external, Integer.parseInt(port));
    }

    /** The same as the configuration of Camel Main. */
    Properties configuration() {
        Properties configuration = new Properties();
        configuration.setProperty("camel.component.cliqtel.base-url", baseUrl);
        configuration.setProperty("camel.component.cliqtel.api-key", apiKey);
        configuration.setProperty("camel.server.host", webhooks.host());
        configuration.setProperty("camel.server.port", String.valueOf(webhooks.port()));
        if (from != null) {
            configuration.setProperty("sms.from", from);
        }
        if (to != null) {
            configuration.setProperty("sms.to", to);
        }
        if (webhooks.reachable()) {
            configuration.setProperty("camel.component.cliqtel.status-callback-url", webhooks.callback());
        }
        return configuration;
    }

    /** Without the key and the numbers. */
    @Override
    public String toString() {
        return "Account[baseUrl=" + baseUrl + ", webhooks=" + webhooks + "]";
    }
}
