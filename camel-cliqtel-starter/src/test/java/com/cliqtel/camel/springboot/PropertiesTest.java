/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.ledger.JdbcLedger;
import com.cliqtel.camel.ledger.Ledger;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/** The component's properties as Spring people write them. */
class PropertiesTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    CamelAutoConfiguration.class,
                    CliqtelComponentConverter.class,
                    CliqtelLedgerAutoConfiguration.class,
                    CliqtelComponentAutoConfiguration.class));

    private static CliqtelComponentConfiguration bound(String name, String value) {
        return new Binder(new MapConfigurationPropertySource(Map.of("camel.component.cliqtel." + name, value)))
                .bind("camel.component.cliqtel", CliqtelComponentConfiguration.class)
                .get();
    }

    @ParameterizedTest
    @CsvSource({"7s, 7000", "500ms, 500", "2m, 120000", "PT7S, 7000", "1h, 3600000", "3d, 259200000", "250, 250"})
    void readsDurationsAsSpringDoes(String written, long millis) {
        assertThat(bound("max-wait", written).getMaxWait()).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "yes, true", "on, true", "1, true", "FALSE, false", "no, false", "off, false"})
    void readsBooleansAsSpringDoes(String written, boolean meant) {
        assertThat(bound("dry-run", written).getDryRun()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"webhook-max-age", "webhookMaxAge", "webhook_max_age"})
    void namesAreReadInAllSpellings(String name) {
        assertThat(bound(name, "2d").getWebhookMaxAge()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void oneOptionKeepsTheLedgerInTheApplicationDatabase() {
        application
                .withBean(DataSource.class, () -> {
                    JdbcDataSource database = new JdbcDataSource();
                    database.setURL("jdbc:h2:mem:one-word;DB_CLOSE_DELAY=-1");
                    return database;
                })
                .withPropertyValues("camel.component.cliqtel.ledger=jdbc")
                .run(context -> {
                    Ledger ledger = context.getBean(CamelContext.class)
                            .getComponent("cliqtel", CliqtelComponent.class)
                            .getLedger()
                            .getLedger();
                    assertThat(ledger).isInstanceOf(JdbcLedger.class).isSameAs(context.getBean(JdbcLedger.class));
                });
    }

    @Test
    void namesTheMissingDatabase() {
        application.withPropertyValues("camel.component.cliqtel.ledger=jdbc").run(context -> assertThat(
                        context.getStartupFailure())
                .hasStackTraceContaining("ledger=jdbc needs one DataSource"));
    }

    @Test
    void createsNoLedgerByDefault() {
        application
                .withBean(DataSource.class, JdbcDataSource::new)
                .withPropertyValues("camel.component.cliqtel.from=+16625163513")
                .run(context -> assertThat(context).doesNotHaveBean(Ledger.class));
    }
}
