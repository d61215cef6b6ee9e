/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The recipes of docs/ledger.md for Camel Main, run from files as they are written there, with H2 in a file. */
class LedgerRecipesTest {

    private static final String PAGE = "docs/ledger.md";
    private static final String DATA_SOURCE = "camel.component.cliqtel.dataSource = #bean:shopDb\n";
    private static final String LEDGER = "camel.component.cliqtel.ledger = #bean:smsLedger\n";
    private static final String ROUTE = """
            - route:
                from:
                  uri: direct:order-shipped
                  steps:
                    - to: cliqtel:send
            """;

    @TempDir
    private Path folder;

    private final Simulator simulator;

    LedgerRecipesTest(@SimulatedAccount Cliqtel cliqtel) {
        this.simulator = cliqtel.simulator();
    }

    private static String properties(int index) throws Exception {
        return Snippets.of(PAGE, "properties").get(index);
    }

    private static String yaml(int index) throws Exception {
        return Snippets.of(PAGE, "yaml").get(index);
    }

    private static String withoutOption(String recipe, String option) {
        assertThat(recipe).contains(option);
        return recipe.replace(option, "");
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("shop");
    }

    /** Creates an application with these two files. */
    private Main application(String properties, String yaml) throws Exception {
        Path settings = Files.writeString(folder.resolve("application.properties"), properties);
        Path routes = Files.writeString(folder.resolve("sms.camel.yaml"), yaml + ROUTE);
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("false");
        main.setPropertyPlaceholderLocations("file:" + settings);
        Map.of(
                        "camel.main.routesIncludePattern",
                        "file:" + routes,
                        "db.url",
                        url(),
                        "db.user",
                        "sa",
                        "db.password",
                        "",
                        "camel.component.cliqtel.apiKey",
                        TestAccount.KEY,
                        "camel.component.cliqtel.from",
                        TestAccount.FROM,
                        "camel.component.cliqtel.baseUrl",
                        simulator.baseUrl().toString())
                .forEach(main::addInitialProperty);
        return main;
    }

    private Exchange send(Main main) throws Exception {
        main.start();
        try {
            return main.getCamelContext()
                    .createFluentProducerTemplate()
                    .to("direct:order-shipped")
                    .withBody("canary text")
                    .withHeader(CliqtelConstants.TO, TestAccount.TO)
                    .withHeader(CliqtelConstants.IDEMPOTENCY_KEY, "order-1234")
                    .request(Exchange.class);
        } finally {
            main.stop();
        }
    }

    private void assertRemembersOverARestart(String properties, String yaml, String table) throws Exception {
        Exchange first = send(application(properties, yaml));
        assertThat(first.getException()).isNull();
        Exchange again = send(application(properties, yaml));
        assertThat(again.getMessage().getHeader(CliqtelConstants.DUPLICATE)).isEqualTo(true);
        assertThat(simulator.messages()).hasSize(1);
        assertThat(rows(table)).isPositive();
    }

    private int rows(String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "sa", "");
                ResultSet count = connection.createStatement().executeQuery("SELECT COUNT(*) FROM " + table)) {
            count.next();
            return count.getInt(1);
        }
    }

    @Test
    void aDataSourceInPropertiesIsEnough() throws Exception {
        assertRemembersOverARestart(properties(0), "", "cliqtel_ledger");
    }

    @Test
    void aDataSourceInYamlIsEnough() throws Exception {
        assertRemembersOverARestart(DATA_SOURCE, yaml(0), "cliqtel_ledger");
    }

    @Test
    void aLedgerWithOptionsIsDefinedInProperties() throws Exception {
        String database = withoutOption(properties(0), DATA_SOURCE);
        assertRemembersOverARestart(database + properties(1), "", "sms_ledger");
    }

    @Test
    void aLedgerWithOptionsIsDefinedInYaml() throws Exception {
        assertRemembersOverARestart(LEDGER, yaml(0) + yaml(1), "sms_ledger");
    }

    @Test
    void failsForATableByHandThatIsMissing() throws Exception {
        String byHand = properties(1).replace("IF_MISSING", "BY_HAND");
        Main main = application(withoutOption(properties(0), DATA_SOURCE) + byHand, "");
        assertThatThrownBy(() -> send(main))
                .hasStackTraceContaining("The ledger's table sms_ledger is missing; it is created by:")
                .hasStackTraceContaining("CREATE TABLE");
    }

    @Test
    void refusesBothOptions() throws Exception {
        Main main = application(properties(0) + properties(1), "");
        assertThatThrownBy(() -> send(main)).hasStackTraceContaining("ledger and dataSource are both set. Remove one");
    }

    @Test
    void doesNotUseADataSourceThatNoOptionNames() throws Exception {
        String database = withoutOption(properties(0), DATA_SOURCE);
        assertThat(send(application(database, "")).getException()).isNull();
        assertThatThrownBy(() -> rows("cliqtel_ledger")).hasMessageContaining("not found");
    }

    @Test
    void thePageShowsTheCodeOfSending() throws Exception {
        String sending = Files.readString(Path.of("src/test/java/com/cliqtel/camel/SendingRecipes.java"));
        assertThat(sending).contains(Snippets.of(PAGE, "java").get(0).strip());
    }

    @Test
    void thePageNamesTheOptionsOfTheYamlRecipes() throws Exception {
        String page = Files.readString(Path.of("..", PAGE));
        assertThat(page).contains("`" + DATA_SOURCE.strip() + "`", "`" + LEDGER.strip() + "`");
    }
}
