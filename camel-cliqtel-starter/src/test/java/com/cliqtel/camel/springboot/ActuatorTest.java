/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/** What Actuator shows of an application that has it show everything. */
@SpringBootTest(
        classes = ActuatorTest.Watched.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.endpoints.web.exposure.include=*",
            "management.endpoint.configprops.show-values=always",
            "management.endpoint.env.show-values=always",
            "management.endpoint.health.show-details=always",
            "shop.sms.key=canary-key",
            "camel.component.cliqtel.api-key=${shop.sms.key}",
            "camel.component.cliqtel.webhookVerifyToken=canary-secret",
            "CAMEL_COMPONENT_CLIQTEL_WEBHOOK_VERIFY_TOKEN=canary-secret",
            "camel.component.cliqtel.http.proxyAuthPassword=canary-password",
            "camel.component.cliqtel.data-source=#bean:smsDb",
            "camel.component.cliqtel.from=+16625163513"
        })
class ActuatorTest {

    @EnableAutoConfiguration
    static class Watched {

        @Bean
        DataSource smsDb() {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl("jdbc:h2:mem:watched");
            pool.setUsername("sa");
            pool.setPassword("canary-database");
            return pool;
        }
    }

    @Autowired
    private TestRestTemplate http;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "configprops",
                "env",
                "env/shop.sms.key",
                "env/camel.component.cliqtel.api-key",
                "env/CAMEL_COMPONENT_CLIQTEL_WEBHOOK_VERIFY_TOKEN"
            })
    void noSecretIsShown(String page) {
        assertThat(http.getForObject("/actuator/" + page, String.class))
                .contains("******")
                .doesNotContain("canary");
    }

    @Test
    void showsOptionsThatAreNotSecret() {
        assertThat(http.getForObject("/actuator/configprops", String.class)).contains("+16625163513");
        assertThat(http.getForObject("/actuator/env", String.class)).contains("+16625163513");
    }

    @Test
    void camelsHealthChecksAreThere() {
        assertThat(http.getForObject("/actuator/health", String.class))
                .startsWith("{\"status\":\"UP\"")
                .contains("camelHealth");
    }
}
