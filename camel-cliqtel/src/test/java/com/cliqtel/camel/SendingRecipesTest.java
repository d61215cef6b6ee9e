/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The recipes of docs/sending.md do what they say. */
class SendingRecipesTest {

    private static final Map<String, Object> ORDER = Map.of("orderId", "1234", "phone", TestAccount.TO);

    @TempDir
    private Path folder;

    private final TestAccount account;
    private final List<Exchange> human = new ArrayList<>();

    SendingRecipesTest(@SimulatedAccount Cliqtel cliqtel) {
        account = TestAccount.of(cliqtel);
    }

    @BeforeEach
    void start() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + folder.resolve("ledger"));
        SendingRecipes.ledger(account.context(), database);
        SendingRecipes.share(account.context());
        account.component().getConnection().setRequestTimeout(Duration.ofMillis(600));
        account.component().getSend().setSettlingTime(Duration.ofMillis(300));
        account.component().getRetry().setMaxWait(Duration.ZERO);
        account.context().getPropertiesComponent().addInitialProperty("sms.look-again-after", "10");
        account.context().addRoutes(new SendingRecipes());
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask-a-human-it-may-have-been-sent").process(human::add);
            }
        });
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private void faults(FaultRule... rules) {
        account.simulator().faults().set(rules);
    }

    private void assertSentOnce(Exchange out) {
        assertThat(out.getException()).isNull();
        assertThat(human).isEmpty();
        assertThat(account.simulator().messages())
                .extracting(Message::body)
                .containsExactly("Your order 1234 has shipped!");
    }

    @Test
    void whatIsThrottledIsHandedOverAgainWhenTheServerSays() {
        faults(FaultRule.sends(Fault.beforeAcceptance(Symptom.tooManyRequests().retryAfter(0)))
                .next(2));
        assertSentOnce(account.call("direct:order-shipped", null, ORDER));
    }

    @Test
    void whatMayHaveBeenSentIsLookedForAgainAndSentOnce() {
        faults(
                FaultRule.sends(Fault.lateAcceptance(Duration.ofMillis(100), Symptom.reset()))
                        .next(1),
                FaultRule.calls(Fault.beforeAcceptance(Symptom.status(401)))
                        .where(call -> call.method().equals("GET"))
                        .next(3));
        assertSentOnce(account.call("direct:order-shipped", null, ORDER));
    }

    @Test
    void handedOverTwiceItIsSentOnce() {
        account.call("direct:order-shipped", null, ORDER);
        Exchange again = account.call("direct:order-shipped", null, ORDER);
        assertThat(again.getMessage().getHeader(CliqtelConstants.DUPLICATE)).isEqualTo(true);
        assertSentOnce(again);
    }

    @Test
    void whatStaysUnknownGoesToAHuman() {
        faults(
                FaultRule.sends(Fault.beforeAcceptance(Symptom.reset())),
                FaultRule.calls(Fault.beforeAcceptance(Symptom.status(401)))
                        .where(call -> call.method().equals("GET")));
        account.call("direct:order-shipped", null, ORDER);
        assertThat(human).hasSize(1);
        assertThat(account.simulator().calls().stream()
                        .filter(call -> call.method().equals("POST")))
                .hasSize(1);
    }

    @Test
    void everySnippetIsCompiled() throws Exception {
        Snippets.assertCompiled("docs/sending.md", SendingRecipes.class, 4);
    }
}
