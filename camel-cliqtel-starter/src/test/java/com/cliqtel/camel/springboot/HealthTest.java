/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/** The account in Actuator's health, by Camel's own contributor. */
class HealthTest {

    @CliqtelSimulator
    private Cliqtel cliqtel;

    @EnableAutoConfiguration
    static class Sender {

        @Bean
        RouteBuilder routes() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:send").to("cliqtel:send?to=+31612345678");
                }
            };
        }
    }

    private HealthComponent camelHealth(String key, String... more) {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Sender.class)
                .web(WebApplicationType.NONE)
                .properties(more)
                .run(
                        "--camel.component.cliqtel.api-key=" + key,
                        "--camel.component.cliqtel.base-url=" + cliqtel.baseUrl(),
                        "--camel.component.cliqtel.from=+16625163513",
                        "--camel.health.exposure-level=full",
                        "--management.endpoint.health.show-details=always")) {
            CompositeHealth health =
                    (CompositeHealth) application.getBean(HealthEndpoint.class).health();
            return health.getComponents().get("camelHealth");
        }
    }

    @Test
    void anAccountThatAnswersIsUp() {
        HealthComponent health = camelHealth(cliqtel.apiKey());

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.toString()).contains("cliqtel");
        cliqtel.then().calls("GET", "/numbers").times(1);
    }

    @Test
    void aWrongKeyIsDownAndSaysWhatToDoWithoutShowingIt() {
        HealthComponent health = camelHealth("canary-key");

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.toString()).contains("camel.component.cliqtel.apiKey").doesNotContain("canary");
    }

    @Test
    void camelsOwnSettingLeavesItOut() {
        HealthComponent health = camelHealth("canary-key", "camel.health.exclude-pattern=cliqtel*");

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        cliqtel.then().calls("GET", "/numbers").times(0);
    }
}
