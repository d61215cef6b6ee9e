/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.ledger.JdbcLedger;
import com.cliqtel.camel.ledger.JdbcLedgerOptions;
import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Applications with Flyway or Liquibase, with an empty database at the first start, as docs/ledger.md says. */
class MigrationsTest {

    private static final Path PAGE = Path.of("../docs/ledger.md");
    private static final String DDL = "/com/cliqtel/camel/ledger/cliqtel-ledger-h2.sql";
    private static final String JDBC = "camel.component.cliqtel.ledger=jdbc";
    private static final String DATA_SOURCE = "camel.component.cliqtel.data-source=#bean:dataSource";
    private static final String BY_HAND = "camel.component.cliqtel.ledger=#bean:smsLedger";
    private static final String LAZY = "spring.main.lazy-initialization=true";

    @CliqtelSimulator(key = "canary-key", deliveryTime = "P1D")
    private Simulator cliqtel;

    @TempDir
    private Path folder;

    /** A migration tool, and how an application is given its migrations. */
    enum Tool {
        FLYWAY {
            @Override
            List<String> settings(Path migrations) {
                return List.of("spring.liquibase.enabled=false", "spring.flyway.locations=filesystem:" + migrations);
            }

            @Override
            void writeOrders(Path migrations) throws IOException {
                Files.writeString(migrations.resolve("V1__orders.sql"), "CREATE TABLE orders (id INT);");
            }

            @Override
            void writeLedger(Path migrations) throws IOException {
                try (InputStream file = MigrationsTest.class.getResourceAsStream(DDL)) {
                    Files.copy(file, migrations.resolve("V7__sms_ledger.sql"));
                }
            }
        },
        LIQUIBASE {
            @Override
            List<String> settings(Path migrations) {
                return List.of(
                        "spring.flyway.enabled=false",
                        "spring.liquibase.change-log=file:" + migrations.resolve("all.yaml"));
            }

            @Override
            void writeOrders(Path migrations) throws IOException {
                Files.writeString(migrations.resolve("all.yaml"), """
                        databaseChangeLog:
                          - changeSet:
                              id: orders
                              author: shop
                              changes:
                                - sql: CREATE TABLE orders (id INT)
                        """);
            }

            @Override
            void writeLedger(Path migrations) throws IOException {
                String shown = snippet("(databaseChangeLog:.*?)").replace("ledger-postgresql.sql", "ledger-h2.sql");
                Path all = migrations.resolve("all.yaml");
                Files.writeString(all, Files.readString(all) + shown.replace("databaseChangeLog:\n", ""));
            }
        };

        abstract List<String> settings(Path migrations);

        /** Writes a migration that creates the application's own table. */
        abstract void writeOrders(Path migrations) throws IOException;

        /** Writes a migration that creates the ledger's table. */
        abstract void writeLedger(Path migrations) throws IOException;
    }

    @EnableAutoConfiguration
    static class Shop {

        @Bean
        RouteBuilder routes() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:order-shipped").to("cliqtel:send");
                    from("cliqtel:inbound?startScheduler=false").to("log:in");
                }
            };
        }
    }

    @Configuration
    static class TableByHand {

        @Bean
        JdbcLedger smsLedger(DataSource dataSource) {
            return new JdbcLedger(dataSource, JdbcLedgerOptions.DEFAULTS.withTableByHand());
        }
    }

    @BeforeEach
    void createFolder() throws IOException {
        Files.createDirectory(migrations());
    }

    private Path migrations() {
        return folder.resolve("migrations");
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("shop");
    }

    private ConfigurableApplicationContext start(Tool tool, String... more) {
        List<String> settings = new ArrayList<>(tool.settings(migrations()));
        settings.addAll(List.of(
                "spring.autoconfigure.exclude=",
                "spring.datasource.url=" + url(),
                "camel.component.cliqtel.api-key=canary-key",
                "camel.component.cliqtel.from=+16625163513",
                "camel.component.cliqtel.base-url=" + cliqtel.baseUrl()));
        settings.addAll(Arrays.asList(more));
        return new SpringApplicationBuilder(Shop.class, TableByHand.class)
                .web(WebApplicationType.NONE)
                .run(settings.stream().map(each -> "--" + each).toArray(String[]::new));
    }

    private static Exchange sendIn(ConfigurableApplicationContext shop) {
        return shop.getBean(FluentProducerTemplate.class)
                .to("direct:order-shipped")
                .withBody("canary text")
                .withHeader(CliqtelConstants.TO, "+31612345678")
                .withHeader(CliqtelConstants.IDEMPOTENCY_KEY, "order-1234")
                .request(Exchange.class);
    }

    private void assertSendsOnceOverARestart(Tool tool, String... settings) {
        try (ConfigurableApplicationContext shop = start(tool, settings)) {
            assertThat(sendIn(shop).getException()).isNull();
        }
        try (ConfigurableApplicationContext shop = start(tool, settings)) {
            assertThat(sendIn(shop).getMessage().getHeader(CliqtelConstants.DUPLICATE))
                    .isEqualTo(true);
        }
        assertThat(cliqtel.messages()).hasSize(1);
        assertThat(tables()).contains("ORDERS", "CLIQTEL_LEDGER");
    }

    private List<String> tables() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url());
        return new JdbcTemplate(database)
                .queryForList(
                        "SELECT UPPER(table_name) FROM information_schema.tables WHERE table_schema = 'PUBLIC'",
                        String.class);
    }

    @ParameterizedTest
    @EnumSource
    void theLedgerCreatesItsTableAfterTheMigrations(Tool tool) throws Exception {
        tool.writeOrders(migrations());
        assertSendsOnceOverARestart(tool, JDBC);
    }

    @ParameterizedTest
    @EnumSource
    void theLedgerOfANamedDataSourceCreatesItsTableAfterTheMigrations(Tool tool) throws Exception {
        tool.writeOrders(migrations());
        assertSendsOnceOverARestart(tool, DATA_SOURCE);
    }

    @ParameterizedTest
    @EnumSource
    void theLedgerUsesTheTableOfAMigration(Tool tool) throws Exception {
        tool.writeOrders(migrations());
        tool.writeLedger(migrations());
        assertSendsOnceOverARestart(tool, JDBC);
    }

    @ParameterizedTest
    @EnumSource
    void aTableByHandIsCreatedByAMigrationBeforeCamelStarts(Tool tool) throws Exception {
        tool.writeOrders(migrations());
        tool.writeLedger(migrations());
        assertSendsOnceOverARestart(tool, BY_HAND);
    }

    @ParameterizedTest
    @EnumSource
    void failsForATableByHandWithoutAMigration(Tool tool) throws Exception {
        tool.writeOrders(migrations());
        assertThatThrownBy(() -> start(tool, BY_HAND).close())
                .hasStackTraceContaining("The ledger's table cliqtel_ledger is missing; it is created by:");
        assertThat(tables()).contains("ORDERS").doesNotContain("CLIQTEL_LEDGER");
    }

    @ParameterizedTest
    @EnumSource
    void aTableByHandIsCreatedByAMigrationInALazyApplication(Tool tool) throws Exception {
        tool.writeOrders(migrations());
        tool.writeLedger(migrations());
        assertSendsOnceOverARestart(tool, BY_HAND, LAZY);
    }

    @ParameterizedTest
    @EnumSource
    void theLedgerCreatesItsTableAfterTheMigrationsOfALazyApplication(Tool tool) throws Exception {
        tool.writeOrders(migrations());
        assertSendsOnceOverARestart(tool, JDBC, LAZY);
    }

    @ParameterizedTest
    @EnumSource
    void theLedgerOfANamedDataSourceCreatesItsTableAfterTheMigrationsOfALazyApplication(Tool tool) throws Exception {
        tool.writeOrders(migrations());
        assertSendsOnceOverARestart(tool, DATA_SOURCE, LAZY);
    }

    @Test
    void thePageShowsTheTestedBean() throws IOException {
        String tested = Files.readString(Path.of("src/test/java/com/cliqtel/camel/springboot/MigrationsTest.java"));
        assertThat(tested.replaceAll("\\s+", ""))
                .contains(snippet("(@Bean\nJdbcLedger.*?)").replaceAll("\\s+", ""));
    }

    private static String snippet(String content) throws IOException {
        return Pattern.compile("```[a-z]+\n" + content + "```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
