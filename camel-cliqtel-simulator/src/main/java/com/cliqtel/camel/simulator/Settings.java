/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.cliqtel.camel.simulator.account.AccountSettings;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.http.Api;
import com.cliqtel.camel.simulator.limit.RateLimits;
import com.cliqtel.camel.simulator.time.SimulatedTime;
import com.cliqtel.camel.simulator.webhook.Signature;
import com.cliqtel.camel.simulator.webhook.WebhookSettings;

/** The checked settings that a simulator is built with. */
record Settings(
        Location location,
        Api.Access access,
        Secrets secrets,
        AccountSettings account,
        RateLimits.Settings limits,
        WebhookOptions webhooks,
        List<FaultRule> faults,
        SimulatedTime time) {

    /**
     * Checks that a running simulator can change to other settings.
     *
     * @throws IllegalArgumentException if the host, the port, the state file or the webhook timeout differ
     */
    Settings before(Settings next) {
        if (!location.equals(next.location)) {
            throw new IllegalArgumentException("A running simulator stays at its host, port and state file");
        }
        if (!webhooks.timeout().equals(next.webhooks.timeout())) {
            throw new IllegalArgumentException("The webhookTimeout of a running simulator stays as it is");
        }
        return next;
    }

    Signature signature() {
        return new Signature(secrets.webhookSecret());
    }

    /** How webhooks are sent, and the timeout of an attempt. */
    record WebhookOptions(WebhookSettings settings, Duration timeout) {}

    /** The host and port to listen at, and the state file. */
    record Location(String host, int port, Optional<Path> stateFile) {}

    /** The API key and the webhook secret that {@link Simulator} returns. */
    record Secrets(String apiKey, String webhookSecret) {

        @Override
        public String toString() {
            return "Secrets[…]";
        }
    }
}
