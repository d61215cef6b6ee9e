/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A Cliqtel account.
 *
 * @param baseUrl the address of the API
 * @param apiKey the account's key
 * @param from the sending number
 */
record Account(String baseUrl, String apiKey, String from) {

    private static final List<String> NEEDED = List.of("CLIQTEL_API_KEY", "CLIQTEL_FROM");

    /**
     * The account that the environment names.
     *
     * @throws IllegalArgumentException when it doesn't
     */
    static Account in(Map<String, String> environment) {
        for (String name : NEEDED) {
            if (environment.getOrDefault(name, "").isBlank()) {
                throw new IllegalArgumentException(
                        name + " is missing: an account's key and a number to send from are needed, in "
                                + String.join(" and ", NEEDED));
            }
        }
        return new Account(
                environment.getOrDefault("CLIQTEL_BASE_URL", "https://cliqtel.com/api/v1/sms"),
                environment.get("CLIQTEL_API_KEY"),
                environment.get("CLIQTEL_FROM"));
    }

    /** The same as the configuration of Camel Main. */
    Properties configuration(Quota quota) {
        Properties configuration = new Properties();
        configuration.setProperty("camel.component.cliqtel.base-url", baseUrl);
        configuration.setProperty("camel.component.cliqtel.api-key", apiKey);
        configuration.setProperty("camel.component.cliqtel.from", from);
        configuration.setProperty(
                "camel.component.cliqtel.requests-per-minute", String.valueOf(quota.requestsPerMinute()));
        configuration.setProperty(
                "camel.component.cliqtel.messages-per-second", String.valueOf(quota.messagesPerSecond()));
        return configuration;
    }

    /** Without the key and the number. */
    @Override
    public String toString() {
        return "Account[baseUrl=" + baseUrl + "]";
    }
}
