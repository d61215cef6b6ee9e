/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.exchange;

import java.util.Map;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.simulator.http.ReceivedCall;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.fixture.TestAccount.FROM;
import static com.cliqtel.camel.fixture.TestAccount.TO;
import static org.assertj.core.api.Assertions.assertThat;

/** Headers that are set for one step, or are its results, don't change what the next step does. */
class ResultHeadersRouteTest {

    private final TestAccount account;

    ResultHeadersRouteTest(@SimulatedAccount Cliqtel cliqtel) {
        account = TestAccount.of(cliqtel);
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    @Test
    void listAndGetUseTheirOptionsAfterASend() throws Exception {
        account.simulator().receive("+4915112345678", FROM, "first");
        Exchange out = afterASend("cliqtel:list?to=+4915112345678&direction=inbound", "cliqtel:get?messageId=42");
        assertThat(account.simulator().calls().get(1).query())
                .isEqualTo("direction=inbound&to=%2B4915112345678&page=1&per_page=25");
        assertThat(out.getMessage().getBody(Sms.class).body()).isEqualTo("first");
    }

    @Test
    void aListWithoutFiltersHasNoFilterAfterASend() throws Exception {
        afterASend("cliqtel:list");
        assertThat(account.simulator().calls().get(1).query()).isEqualTo("page=1&per_page=25");
    }

    @Test
    void aListDoesNotFilterByResultHeaders() throws Exception {
        account.simulator().receive("+4915112345678", FROM, "first");
        afterASend("cliqtel:list?page=1&perPage=1", "cliqtel:get?messageId=42", "cliqtel:list");
        assertThat(account.simulator().calls().get(3).query()).isEqualTo("page=1&per_page=25");
    }

    @Test
    void aDynamicGetUsesTheIdOfItsUri() throws Exception {
        account.simulator().receive("+4915112345678", FROM, "first");
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("cliqtel:send").toD("cliqtel:get?messageId=${header.wanted}");
            }
        });
        Exchange out = account.call("direct:in", "canary", Map.of(CliqtelConstants.TO, TO, "wanted", 42));
        assertThat(out.getMessage().getBody(Sms.class).body()).isEqualTo("first");
    }

    @Test
    void aGetWithoutAnOptionUsesTheIdOfTheStepBefore() throws Exception {
        Exchange out = afterASend("cliqtel:get");
        assertThat(out.getMessage().getBody(Sms.class).body()).isEqualTo("canary");
    }

    @Test
    void aSendUsesItsOwnRecipientAfterAListWithFilters() throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .setHeader("CamelCliqtelFilterTo", constant("+4915112345678"))
                        .setHeader("CamelCliqtelFilterFrom", constant("+4915112345679"))
                        .to("cliqtel:list")
                        .setBody(constant("canary"))
                        .to("cliqtel:send?to=" + TO);
            }
        });
        assertThat(account.call("direct:in", null).getException()).isNull();
        assertThat(account.simulator().calls())
                .extracting(ReceivedCall::query)
                .first()
                .isEqualTo("from=%2B4915112345679&to=%2B4915112345678&page=1&per_page=25");
        assertThat(account.simulator().messages())
                .anySatisfy(message -> assertThat(message.to()).isEqualTo(TO));
    }

    private Exchange afterASend(String... uris) throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("cliqtel:send").to(uris);
            }
        });
        Map<String, Object> headers = Map.of(
                CliqtelConstants.TO, TO,
                CliqtelConstants.FROM, FROM);
        Exchange out = account.call("direct:in", "canary", headers);
        assertThat(out.getException()).isNull();
        return out;
    }
}
