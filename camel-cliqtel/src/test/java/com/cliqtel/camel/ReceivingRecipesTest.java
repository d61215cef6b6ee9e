/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;

import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.fixture.WebhookServer;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.account.Direction;
import com.cliqtel.camel.simulator.account.Message;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The recipes of docs/receiving.md do what they say. */
class ReceivingRecipesTest {

    @TempDir
    private Path folder;

    private final List<String> finalReports = new CopyOnWriteArrayList<>();
    private final List<String> inbound = new CopyOnWriteArrayList<>();
    private final JdbcDataSource database = new JdbcDataSource();

    @SimulatedAccount
    private Simulator simulator;

    private WebhookServer server;

    @BeforeEach
    void start() throws Exception {
        database.setURL("jdbc:h2:file:" + folder.resolve("application"));
        execute("create table sms (id bigint primary key, status varchar(20))");
        server = WebhookServer.start(new RouteBuilder() {
            @Override
            public void configure() throws Exception {
                setUp(getContext());
                getContext().addRoutes(new ReceivingRecipes());
                from("direct:final-reports")
                        .process(e -> finalReports.add(e.getMessage().getBody(String.class)));
                from("direct:inbound")
                        .process(e ->
                                inbound.add(e.getMessage().getBody(Sms.class).body()));
            }
        });
    }

    private void setUp(CamelContext context) {
        CliqtelComponent component = context.getComponent("cliqtel", CliqtelComponent.class);
        component.getConnection().setApiKey(TestAccount.KEY);
        component.getConnection().setBaseUrl(simulator.baseUrl().toString());
        component.getLimit().setRequestsPerMinute(0);
        component.getPoll().setStartFrom("beginning");
        ReceivingRecipes.ledger(context, database);
        context.getRegistry().bind("application", database);
        Properties here = new Properties();
        here.setProperty("reports", "cliqtel:status?initialDelay=1&delay=20");
        here.setProperty("final-reports", "direct:final-reports");
        here.setProperty("inbound-messages", "direct:inbound");
        context.getPropertiesComponent().setOverrideProperties(here);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String status(long id) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select status from sms where id = " + id)) {
            row.next();
            return row.getString(1);
        }
    }

    private long send() throws Exception {
        long id = server.context()
                .createFluentProducerTemplate()
                .to("cliqtel:send?from=" + TestAccount.FROM + "&to=" + TestAccount.TO + "&statusCallbackUrl="
                        + server.address())
                .withBody("canary text")
                .request(Sms.class)
                .id();
        return id;
    }

    @Test
    void reportsGoIntoTheDatabaseAndFinalOnesOn() throws Exception {
        execute("insert into sms values (42, 'queued')");
        assertThat(send()).isEqualTo(42);
        await().until(() -> "delivered".equals(status(42)));
        await().until(() -> finalReports.size() == 1);
        assertThat(finalReports.get(0)).contains("\"status\":\"delivered\"");
    }

    @Test
    void inboundMessagesGoOnAndAQuestionIsAnsweredFromTheNumberThatWasAsked() {
        simulator.receive("+31687654321", "+16315950406", "status");
        await().until(() -> inbound.equals(List.of("status")));
        await().until(() -> sent().size() == 1);
        assertThat(sent().get(0).to()).isEqualTo("+31687654321");
        assertThat(sent().get(0).from()).isEqualTo("+16315950406");
        assertThat(sent().get(0).body()).isEqualTo("Your order is on its way.");
    }

    private List<Message> sent() {
        return simulator.messages().stream()
                .filter(message -> message.direction() == Direction.OUTBOUND)
                .toList();
    }

    @Test
    void everySnippetIsCompiled() throws Exception {
        Snippets.assertCompiled("docs/receiving.md", ReceivingRecipes.class, 5);
    }
}
