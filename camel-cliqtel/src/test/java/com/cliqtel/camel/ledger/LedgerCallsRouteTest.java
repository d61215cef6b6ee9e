/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.fixture.ForwardingLedger;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.fixture.WebhookServer;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The calls of the ledger that an operation takes: on a database, each is a round trip. */
class LedgerCallsRouteTest {

    private static final String SEND = "cliqtel:send?to=" + TestAccount.TO;

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Ledger ledger = new NotingLedger();

    @SimulatedAccount
    private Cliqtel cliqtel;

    private TestAccount account;

    @BeforeEach
    void open() {
        account = TestAccount.of(cliqtel);
        account.component().getLedger().setLedger(ledger);
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    /** Notes each call but those for positions, of which a poll makes one for all its messages. */
    private final class NotingLedger extends ForwardingLedger {

        @Override
        public Claim take(Hold hold, Duration lease, String record, String likeness) {
            calls.add("take");
            return super.take(hold, lease, record, likeness);
        }

        @Override
        public boolean renew(Hold hold, Duration lease, String record) {
            calls.add("renew");
            return super.renew(hold, lease, record);
        }

        @Override
        public boolean keep(Hold hold, String record) {
            calls.add("keep");
            return super.keep(hold, record);
        }

        @Override
        public void free(Hold hold) {
            calls.add("free");
            super.free(hold);
        }

        @Override
        public Closing close(Hold hold, String record, String message) {
            calls.add("close");
            return super.close(hold, record, message);
        }

        @Override
        public boolean own(String key, String message) {
            calls.add("own");
            return super.own(key, message);
        }

        @Override
        public Owners find(Collection<String> messages, String likeness) {
            calls.add("find");
            return super.find(messages, likeness);
        }
    }

    private void send(Map<String, Object> headers) {
        Exchange sent = account.call(SEND, "canary", headers);
        assertThat(sent.getException()).isNull();
    }

    @Test
    void aSendWithAKeyTakesTwoCalls() {
        send(Map.of(CliqtelConstants.IDEMPOTENCY_KEY, "order-1"));
        assertThat(calls).containsExactly("take", "close");
    }

    @Test
    void aRepeatedSendWithAKeyTakesOneCall() {
        Map<String, Object> key = Map.of(CliqtelConstants.IDEMPOTENCY_KEY, "order-1");
        send(key);
        calls.clear();
        send(key);
        assertThat(calls).containsExactly("take");
    }

    @Test
    void aSendWithoutAKeyTakesOneCall() {
        send(Map.of());
        assertThat(calls).containsExactly("own");
    }

    @Test
    void anInboundMessageTakesTwoCalls() throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:inbound?startScheduler=false&startFrom=beginning")
                        .routeId("in")
                        .log("${body}");
            }
        });
        account.simulator().receive("+31687654321", TestAccount.FROM, "one");
        ScheduledPollConsumer consumer =
                (ScheduledPollConsumer) account.context().getRoute("in").getConsumer();
        consumer.run();
        assertThat(calls).containsExactly("take", "close");
        consumer.run();
        assertThat(calls).containsExactly("take", "close");
    }

    @Test
    void aReportTakesTwoCallsAndARepeatTwo() throws Exception {
        try (WebhookServer server = WebhookServer.start(new RouteBuilder() {
            @Override
            public void configure() {
                getContext()
                        .getComponent("cliqtel", CliqtelComponent.class)
                        .getLedger()
                        .setLedger(ledger);
                from("cliqtel:webhook?webhookVerifyToken=" + WebhookServer.SECRET)
                        .routeId("hook")
                        .log("${body}");
            }
        })) {
            for (String status : List.of("sent", "delivered", "delivered")) {
                String report = WebhookServer.report(42, status);
                assertThat(server.send(server.signed(report)).statusCode()).isEqualTo(200);
                assertThat(calls).containsExactly("take", "keep");
                calls.clear();
            }
        }
    }
}
