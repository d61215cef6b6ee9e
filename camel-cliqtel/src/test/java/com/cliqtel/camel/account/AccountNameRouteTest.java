/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.CliqtelEndpoint;
import com.cliqtel.camel.fixture.ForwardingLedger;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.JdbcLedger;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.ledger.idempotent.IdempotentRepositoryLedger;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.FailedToCreateProducerException;
import org.apache.camel.Producer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The name of an account in the ledger, over restarts with another API key or another spelling of the address. */
class AccountNameRouteTest {

    private static final String NEW_KEY = "canary-rotated-key";
    private static final String SEND = "cliqtel:send?to=+31612345678";

    @TempDir
    private Path folder;

    private final TestAccount account;

    AccountNameRouteTest(@SimulatedAccount Cliqtel cliqtel) {
        account = TestAccount.of(cliqtel, settings -> settings.apiKey(NEW_KEY));
    }

    private Ledger ledger() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + folder.resolve("ledger"));
        return new JdbcLedger(database);
    }

    private Ledger fileOfCamel() {
        FileIdempotentRepository file = new FileIdempotentRepository();
        file.setFileStore(folder.resolve("keys").toFile());
        return new IdempotentRepositoryLedger(file);
    }

    private long posts() {
        return account.simulator().calls().stream()
                .filter(call -> call.method().equals("POST"))
                .count();
    }

    /** One run of an application: a context of its own over the ledger of the earlier ones. */
    private Exchange run(Ledger ledger, Consumer<CliqtelComponent> setting, String uri) throws Exception {
        try (CamelContext context = TestAccount.contextFor(account.simulator())) {
            CliqtelComponent component = context.getComponent("cliqtel", CliqtelComponent.class);
            component.getLedger().setLedger(ledger);
            setting.accept(component);
            context.start();
            return send(context, uri);
        }
    }

    private static Exchange send(CamelContext context, String uri) {
        try {
            return context.createFluentProducerTemplate()
                    .to(uri)
                    .withBody("canary")
                    .withHeaders(Map.of(CliqtelConstants.IDEMPOTENCY_KEY, "order-1"))
                    .request(Exchange.class);
        } catch (FailedToCreateProducerException refused) {
            Exchange exchange = new DefaultExchange(context);
            exchange.setException(refused);
            return exchange;
        }
    }

    private static void isDuplicate(Exchange out) {
        assertThat(out.getException()).isNull();
        assertThat(out.getMessage().getHeader(CliqtelConstants.DUPLICATE)).isEqualTo(true);
    }

    private static String derivedName(CliqtelComponent component) {
        return ConnectionSettings.of(component.getConnection(), false).account().name();
    }

    @Test
    void withANameARotatedApiKeyChangesNothing() throws Exception {
        assertThat(run(ledger(), component -> component.getConnection().setAccount("shop"), SEND)
                        .getException())
                .isNull();
        isDuplicate(run(
                ledger(),
                component -> {
                    component.getConnection().setAccount("shop");
                    component.getConnection().setApiKey(NEW_KEY);
                },
                SEND));
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void withoutANameARotatedApiKeyIsRefusedAndTheMessageNamesTheChoice() throws Exception {
        String[] derived = new String[1];
        assertThat(run(ledger(), component -> derived[0] = derivedName(component), SEND)
                        .getException())
                .isNull();
        Exchange refused = run(ledger(), component -> component.getConnection().setApiKey(NEW_KEY), SEND);
        assertThat(refused.getException())
                .hasStackTraceContaining("of the account " + derived[0])
                .hasStackTraceContaining("set the option account to");
        assertThat(posts()).isEqualTo(1);
        isDuplicate(run(
                ledger(),
                component -> {
                    component.getConnection().setAccount(derived[0]);
                    component.getConnection().setApiKey(NEW_KEY);
                },
                SEND));
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void anotherAccountIsTakenOnceItHasANameOfItsOwn() throws Exception {
        run(ledger(), component -> {}, SEND);
        Exchange other = run(
                ledger(),
                component -> {
                    component.getConnection().setAccount("other");
                    component.getConnection().setApiKey(NEW_KEY);
                },
                SEND);
        assertThat(other.getException()).isNull();
        assertThat(other.getMessage().getHeader(CliqtelConstants.DUPLICATE)).isNull();
        isDuplicate(run(ledger(), component -> {}, SEND));
        assertThat(posts()).isEqualTo(2);
    }

    @Test
    void aNameThatIsLeftOutAgainIsRefused() throws Exception {
        run(ledger(), component -> component.getConnection().setAccount("shop"), SEND);
        assertThat(run(ledger(), component -> {}, SEND).getException()).hasStackTraceContaining("of the account shop");
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void anotherSpellingOfTheAddressIsTheSameAccount() throws Exception {
        run(ledger(), component -> {}, SEND);
        for (String spelling : List.of("%s/", "%s//", " %s")) {
            isDuplicate(run(
                    ledger(),
                    component -> component
                            .getConnection()
                            .setBaseUrl(String.format(
                                    spelling, component.getConnection().getBaseUrl())),
                    SEND));
        }
        isDuplicate(run(
                ledger(),
                component -> component
                        .getConnection()
                        .setBaseUrl(component.getConnection().getBaseUrl().replace("http:", "HTTP:")),
                SEND));
        assertThat(posts()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://CLIQTEL.com/api/v1/sms",
                "https://cliqtel.com:443/api/v1/sms",
                "https://cliqtel.com./api/v1/sms/",
                "HTTPS://cliqtel.com/api/./v1//sms///",
            })
    void allSpellingsOfAnAddressGiveOneName(String spelling) {
        CliqtelComponent usual = new CliqtelComponent();
        usual.getConnection().setApiKey(TestAccount.KEY);
        CliqtelComponent other = new CliqtelComponent();
        other.getConnection().setApiKey(TestAccount.KEY);
        other.getConnection().setBaseUrl(spelling);
        assertThat(derivedName(other)).isEqualTo(derivedName(usual));
        assertThat(ConnectionSettings.baseUrl(other.getConnection())).hasToString("https://cliqtel.com/api/v1/sms");
    }

    @Test
    void overARepositoryOfCamelARotatedApiKeyIsRefusedToo() throws Exception {
        run(fileOfCamel(), component -> {}, SEND);
        assertThat(run(fileOfCamel(), component -> component.getConnection().setApiKey(NEW_KEY), SEND)
                        .getException())
                .hasStackTraceContaining("none of this API key");
        run(fileOfCamel(), component -> {}, SEND);
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void aPollGoesOnFromItsPositionAfterARotation() throws Exception {
        List<String> received = new CopyOnWriteArrayList<>();
        for (String key : List.of(TestAccount.KEY, NEW_KEY)) {
            account.simulator().receive("4711", TestAccount.FROM, "text for " + received.size());
            try (CamelContext context = TestAccount.contextFor(account.simulator())) {
                CliqtelComponent component = context.getComponent("cliqtel", CliqtelComponent.class);
                component.getLedger().setLedger(ledger());
                component.getConnection().setAccount("shop");
                component.getConnection().setApiKey(key);
                context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("cliqtel:inbound?initialDelay=1&delay=20&startFrom=beginning")
                                .process(exchange -> received.add(
                                        exchange.getMessage().getBody(Sms.class).body()));
                    }
                });
                context.start();
                int expected = key.equals(TestAccount.KEY) ? 1 : 2;
                await().until(() -> received.size() == expected);
            }
        }
        assertThat(received).containsExactly("text for 0", "text for 1");
    }

    @Test
    void aPollIsRefusedAtItsStartAfterARotationWithoutAName() throws Exception {
        run(ledger(), component -> {}, SEND);
        try (CamelContext context = TestAccount.contextFor(account.simulator())) {
            CliqtelComponent component = context.getComponent("cliqtel", CliqtelComponent.class);
            component.getLedger().setLedger(ledger());
            component.getConnection().setApiKey(NEW_KEY);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("cliqtel:inbound").log("canary");
                }
            });
            assertThatThrownBy(context::start).hasStackTraceContaining("set the option account to");
        }
    }

    @Test
    void anEndpointWithAnApiKeyOfItsOwnDoesNotTakeTheNameOfTheComponent() throws Exception {
        run(ledger(), component -> component.getConnection().setAccount("shop"), SEND);
        assertThat(run(ledger(), component -> component.getConnection().setAccount("shop"), SEND + "&apiKey=" + NEW_KEY)
                        .getException())
                .hasStackTraceContaining("of the account shop");
        assertThat(run(
                                ledger(),
                                component -> component.getConnection().setAccount("shop"),
                                SEND + "&account=bank&apiKey=" + NEW_KEY)
                        .getMessage()
                        .getHeader(CliqtelConstants.DUPLICATE))
                .isNull();
        assertThat(posts()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&account=shop", "&account=shop&baseUrl=http://127.0.0.1:1/other"})
    void twoAccountsInOneContextDoNotShareAName(String other) throws Exception {
        try (CamelContext context = TestAccount.contextFor(account.simulator())) {
            context.getComponent("cliqtel", CliqtelComponent.class)
                    .getConnection()
                    .setAccount("shop");
            context.start();
            context.getEndpoint("cliqtel:numbers").createProducer().start();
            Producer second = context.getEndpoint("cliqtel:list?apiKey=" + NEW_KEY + other)
                    .createProducer();
            assertThatThrownBy(second::start)
                    .hasStackTraceContaining("under the account name shop")
                    .hasMessageNotContaining("canary");
        }
    }

    @Test
    void oneApiKeyHasOneName() throws Exception {
        try (CamelContext context = TestAccount.contextFor(account.simulator())) {
            context.start();
            context.getEndpoint("cliqtel:numbers").createProducer().start();
            Producer second = context.getEndpoint("cliqtel:list?account=shop").createProducer();
            assertThatThrownBy(second::start).hasStackTraceContaining("One API key is used under two account names");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "a:b", "", "ä", "a23456789012345678901234567890123456789012345678901234567890123456"})
    void whatIsNoNameIsRefused(String name) {
        CliqtelComponent component = new CliqtelComponent();
        component.getConnection().setApiKey(TestAccount.KEY);
        component.getConnection().setAccount(name);
        assertThatThrownBy(() -> derivedName(component))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("account, of " + name.length() + " characters, is not a valid name");
    }

    @Test
    void theApiKeyIsNoName() {
        CliqtelComponent component = new CliqtelComponent();
        component.getConnection().setApiKey(TestAccount.KEY);
        component.getConnection().setAccount("my-" + TestAccount.KEY);
        assertThatThrownBy(() -> derivedName(component))
                .hasMessageContaining("account contains the API key")
                .hasMessageNotContaining("canary");
    }

    @Test
    void checksALedgerThatWasDownAtTheStartBeforeTheFirstKey() throws Exception {
        Ledger database = ledger();
        run(database, component -> {}, SEND);
        boolean[] down = {true};
        Ledger recovering = new RecoveringLedger(database, down);
        try (CamelContext context = TestAccount.contextFor(account.simulator())) {
            CliqtelComponent component = context.getComponent("cliqtel", CliqtelComponent.class);
            component.getLedger().setLedger(recovering);
            component.getConnection().setApiKey(NEW_KEY);
            context.start();
            for (int i = 0; i < 2; i++) {
                assertThat(send(context, SEND).getException()).isNotNull();
                down[0] = false;
            }
        }
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void theNameIsShownAsTheAccount() throws Exception {
        try (CamelContext context = TestAccount.contextFor(account.simulator())) {
            CliqtelComponent component = context.getComponent("cliqtel", CliqtelComponent.class);
            component.getConnection().setAccount("shop");
            context.start();
            CliqtelEndpoint endpoint = context.getEndpoint("cliqtel:numbers", CliqtelEndpoint.class);
            endpoint.createProducer().start();
            assertThat(endpoint.getAccount()).isEqualTo("shop");
            assertThat(component.accounts().states())
                    .extracting(AccountState::name)
                    .containsExactly("shop");
        }
    }

    /** A ledger that is away while a test says so. */
    private static final class RecoveringLedger extends ForwardingLedger {

        private final boolean[] down;

        RecoveringLedger(Ledger behind, boolean[] down) {
            super(behind);
            this.down = down;
        }

        @Override
        public Claim take(Hold hold, Duration lease, String record, String likeness) {
            check();
            return super.take(hold, lease, record, likeness);
        }

        @Override
        public java.util.Optional<String> position(String name) {
            check();
            return super.position(name);
        }

        private void check() {
            if (down[0]) {
                throw new LedgerException("a test's ledger is away", null);
            }
        }
    }
}
