/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.cliqtel.camel.CliqtelEndpoint;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Many endpoints, one account: what they share, and what they give back. */
class AccountRegistryTest {

    @Test
    void endpointsOfAnAccountShareOneClientAndOthersDoNot(@SimulatedAccount Cliqtel cliqtel) throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel)) {
            account.context().start();
            CliqtelEndpoint send = endpoint(account, "cliqtel:send");
            assertThat(endpoint(account, "cliqtel:list?perPage=3").services().connection())
                    .isSameAs(send.services().connection());
            assertThat(endpoint(account, "cliqtel:get?apiKey=canary-other")
                            .services()
                            .connection())
                    .isNotSameAs(send.services().connection());
            assertThat(endpoint(account, "cliqtel:get?http.maxTotalConnections=3")
                            .services()
                            .connection())
                    .isNotSameAs(send.services().connection());
        }
    }

    @Test
    void aRouteCanBeStoppedAndStartedAgain(@SimulatedAccount Cliqtel cliqtel) throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel)) {
            account.route(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").routeId("r").to("cliqtel:send?to=+15550000000");
                }
            });
            assertThat(account.call("direct:in", "x").getException()).isNull();
            account.context().getRouteController().stopRoute("r");
            account.context().getRouteController().startRoute("r");
            assertThat(account.call("direct:in", "x").getException()).isNull();
            assertThat(account.simulator().messages()).hasSize(2);
        }
    }

    @Test
    void noThreadRemains(@SimulatedAccount Simulator simulator) throws Exception {
        try (CamelContext context = TestAccount.contextFor(simulator)) {
            context.start();
            context.createFluentProducerTemplate()
                    .to("cliqtel:send?to=+15550000000")
                    .withBody("x")
                    .request(Exchange.class);
            assertThat(threads()).isNotEmpty();
        }
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(threads()).isEmpty());
    }

    private static List<String> threads() {
        Set<Thread> all = Thread.getAllStackTraces().keySet();
        return all.stream()
                .map(Thread::getName)
                .filter(name -> name.contains("CliqtelDeadlines"))
                .toList();
    }

    @Test
    void sixteenThreadsSendWithoutMixingAnythingUp(@SimulatedAccount Cliqtel cliqtel) throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel)) {
            account.route(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").toD("cliqtel:send?to=${header.phone}");
                }
            });
            ExecutorService pool = Executors.newFixedThreadPool(16);
            List<Future<Exchange>> sent = IntStream.range(0, 400)
                    .mapToObj(i -> pool.submit(
                            () -> account.call("direct:in", "text " + i, Map.of("phone", "+1555000" + (1000 + i)))))
                    .toList();
            for (int i = 0; i < sent.size(); i++) {
                Exchange out = sent.get(i).get();
                assertThat(out.getException()).isNull();
                com.cliqtel.camel.model.Sms sms = out.getMessage().getBody(com.cliqtel.camel.model.Sms.class);
                assertThat(sms.body()).isEqualTo("text " + i);
                assertThat(sms.to()).isEqualTo("+1555000" + (1000 + i));
            }
            pool.shutdown();
            assertThat(account.simulator().messages())
                    .extracting(Message::id)
                    .hasSize(400)
                    .doesNotHaveDuplicates();
        }
    }

    private static CliqtelEndpoint endpoint(TestAccount account, String uri) {
        return account.context().getEndpoint(uri, CliqtelEndpoint.class);
    }
}
