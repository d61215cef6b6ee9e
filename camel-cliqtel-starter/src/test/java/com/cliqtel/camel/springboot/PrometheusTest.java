/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.apache.camel.FluentProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Limits.NONE;
import static org.assertj.core.api.Assertions.assertThat;

/** What Prometheus scrapes from Actuator of an application that sends, without a line of configuration for it. */
@SpringBootTest(
        classes = PrometheusTest.Watched.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.endpoints.web.exposure.include=prometheus",
            // which tests turn off
            "management.prometheus.metrics.export.enabled=true",
            "camel.component.cliqtel.api-key=canary-key",
            "camel.component.cliqtel.from=+16625163513"
        })
class PrometheusTest {

    @EnableAutoConfiguration
    static class Watched {}

    @CliqtelSimulator(key = "canary-key", limits = NONE)
    private static Simulator cliqtel;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private FluentProducerTemplate producer;

    @DynamicPropertySource
    static void simulator(DynamicPropertyRegistry properties) {
        properties.add(
                "camel.component.cliqtel.base-url", () -> cliqtel.baseUrl().toString());
    }

    @Test
    void exportsMetersWithoutPhoneNumbers() {
        producer.to("cliqtel:send?to=+31612345678").withBody("canary").send();
        String scraped = http.getForObject("/actuator/prometheus", String.class);
        assertThat(scraped.lines())
                .contains(
                        "cliqtel_calls_seconds_count{operation=\"send\",outcome=\"answered\"} 1",
                        "cliqtel_segments_total 1.0",
                        "cliqtel_unknown_total 0.0",
                        "cliqtel_waiting 0.0");
        assertThat(scraped).doesNotContain("canary").doesNotContain("31612345678");
    }
}
