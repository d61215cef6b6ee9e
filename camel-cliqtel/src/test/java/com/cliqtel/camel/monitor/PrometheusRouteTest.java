/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import com.cliqtel.camel.fixture.PrometheusApplication;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The metrics that Prometheus scrapes after each kind of call. */
class PrometheusRouteTest {

    @SimulatedAccount
    private Cliqtel cliqtel;

    @Test
    void theScrapeHasAllMeters() throws Exception {
        try (PrometheusApplication watched = new PrometheusApplication(cliqtel.simulator())) {
            watched.doEverything();
            String scrape = watched.scrape();
            assertThat(scrape.lines())
                    .contains(
                            "cliqtel_calls_seconds_count{operation=\"send\",outcome=\"answered\"} 5",
                            "cliqtel_calls_seconds_count{operation=\"send\",outcome=\"unknown\"} 1",
                            "cliqtel_calls_seconds_bucket{operation=\"send\",outcome=\"answered\",le=\"+Inf\"} 5",
                            "cliqtel_calls_seconds_count{operation=\"get\",outcome=\"rejected\"} 1",
                            "cliqtel_attempts_seconds_count{operation=\"send\",outcome=\"throttled\",purpose=\"call\"} 1",
                            "cliqtel_wait_seconds_count{for=\"retry\"} 1",
                            "cliqtel_wait_seconds_count{for=\"settling\"} 2",
                            "cliqtel_reconciled_total{result=\"found\"} 1.0",
                            "cliqtel_reconciled_total{result=\"not_found\"} 1.0",
                            "cliqtel_unknown_total 1.0",
                            "cliqtel_duplicates_total 1.0",
                            "cliqtel_segments_total 4.0",
                            "cliqtel_waiting 0.0",
                            "cliqtel_webhooks_total{answer=\"processed\"} 1.0",
                            "cliqtel_webhooks_total{answer=\"forbidden\"} 1.0",
                            "cliqtel_polls_total{outcome=\"answered\",source=\"inbound\"} 1.0",
                            "cliqtel_received_total{source=\"inbound\"} 1.0",
                            "cliqtel_received_total{source=\"webhook\"} 1.0",
                            "cliqtel_lag_seconds_count{source=\"inbound\"} 1",
                            "cliqtel_lag_seconds_count{source=\"webhook\"} 1")
                    .anyMatch(line -> line.matches("cliqtel_quota_remaining\\{account=\"[0-9a-f]{16}\"} \\d.*"))
                    .anyMatch(line -> line.matches("cliqtel_cost_total\\{currency=\"EUR\"} 0\\.\\d+"));
            assertThat(scrape).doesNotContain("canary").doesNotContain("31612345678");
        }
    }
}
