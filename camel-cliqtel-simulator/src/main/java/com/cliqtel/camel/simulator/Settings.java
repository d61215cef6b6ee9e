/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.cliqtel.camel.simulator.account.Opening;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.http.Api;
import com.cliqtel.camel.simulator.limit.RateLimits;
import com.cliqtel.camel.simulator.time.SimulatedTime;
import com.cliqtel.camel.simulator.webhook.Signature;
import com.cliqtel.camel.simulator.webhook.WebhookManner;

/** What a simulator was built with, checked. */
record Settings(
        Place place,
        Api.Access access,
        Secrets secrets,
        Opening opening,
        RateLimits.Settings limits,
        Reporting reporting,
        List<FaultRule> faults,
        SimulatedTime time) {

    /**
     * Refuses to be followed by what a running simulator cannot become.
     *
     * @throws IllegalArgumentException when its place or the time that webhooks may take is another
     */
    Settings before(Settings next) {
        if (!place.equals(next.place)) {
            throw new IllegalArgumentException("A running simulator stays at its host, port and state file");
        }
        if (!reporting.timeout().equals(next.reporting.timeout())) {
            throw new IllegalArgumentException("The webhookTimeout of a running simulator stays as it is");
        }
        return next;
    }

    Signature signature() {
        return new Signature(secrets.webhookSecret());
    }

    /** How webhooks are sent, and how long one may take. */
    record Reporting(WebhookManner manner, Duration timeout) {}

    /** Where it listens, and where it is remembered. */
    record Place(String host, int port, Optional<Path> stateFile) {}

    /** What its owner asks it for. */
    record Secrets(String apiKey, String webhookSecret) {

        @Override
        public String toString() {
            return "Secrets[…]";
        }
    }
}
