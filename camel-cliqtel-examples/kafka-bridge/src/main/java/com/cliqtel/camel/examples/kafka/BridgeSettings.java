/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.kafka;

import java.util.Properties;

/**
 * Settings of a node.
 *
 * @param brokers host and port of the brokers
 * @param baseUrl the address of the API
 * @param apiKey the account's key
 * @param from the sending number
 * @param share its share of the account's quota: with three nodes, a third
 * @param port where reports arrive
 * @param external the public address that leads to it
 */
record BridgeSettings(
        String brokers, String baseUrl, String apiKey, String from, double share, int port, String external) {

    /** The same as the configuration of Camel Main. */
    Properties configuration() {
        Properties configuration = new Properties();
        configuration.setProperty("kafka.brokers", brokers);
        configuration.setProperty("camel.component.cliqtel.base-url", baseUrl);
        configuration.setProperty("camel.component.cliqtel.api-key", apiKey);
        configuration.setProperty("camel.component.cliqtel.from", from);
        configuration.setProperty("camel.component.cliqtel.quota-share", String.valueOf(share));
        configuration.setProperty("camel.server.port", String.valueOf(port));
        configuration.setProperty("camel.component.cliqtel.status-callback-url", external + "/cliqtel/webhook");
        return configuration;
    }

    /** Without the key and the number. */
    @Override
    public String toString() {
        return "BridgeSettings[brokers=" + brokers + ", baseUrl=" + baseUrl + ", share=" + share + "]";
    }
}
