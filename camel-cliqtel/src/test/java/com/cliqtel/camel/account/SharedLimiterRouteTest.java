/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.fixture.Account;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.limit.RateLimiter;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** A limiter bean keeps the quota of one account. */
class SharedLimiterRouteTest {

    private static final String OTHER = "cliqtel:numbers?apiKey=canary-of-another-account";

    private final RateLimiter bean = demand -> CompletableFuture.completedFuture(observed -> {});

    @SimulatedAccount
    private Cliqtel cliqtel;

    private Account account;

    @BeforeEach
    void open() {
        account = Account.of(cliqtel);
        account.component().setRateLimiter(bean);
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private static RouteBuilder to(String... uris) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                for (String uri : uris) {
                    String id = "route-" + Integer.toHexString(uri.hashCode());
                    from("direct:" + id).routeId(id).to(uri);
                }
            }
        };
    }

    private static void assertNamesTheReason(Throwable refused) {
        assertThat(refused)
                .rootCause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rateLimiter")
                .hasMessageContaining("quota")
                .hasMessageNotContaining("canary");
    }

    @Test
    void aSecondAccountIsRefusedAtTheStart() {
        assertNamesTheReason(catchThrowable(() -> account.route(to("cliqtel:numbers", OTHER))));
    }

    @Test
    void aSecondAccountOfAnotherComponentIsRefusedAtTheStart() throws Exception {
        account.route(to("cliqtel:numbers"));
        CliqtelComponent second = new CliqtelComponent();
        second.setApiKey("canary-of-another-account");
        second.setBaseUrl(cliqtel.baseUrl().toString());
        second.setRateLimiter(bean);
        account.context().addComponent("second", second);

        assertNamesTheReason(catchThrowable(() -> account.context().addRoutes(to("second:numbers"))));
    }

    @Test
    void aSecondAccountOfADynamicEndpointIsRefusedAndTheFirstGoesOn() throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").toD("cliqtel:numbers?apiKey=RAW(${header.key})");
            }
        });
        assertThat(numbers(Account.KEY).getException()).isNull();
        assertNamesTheReason(numbers("canary-of-another-account").getException());
        assertThat(numbers(Account.KEY).getException()).isNull();
    }

    private Exchange numbers(String key) {
        return account.call("direct:in", null, Map.of("key", key));
    }

    @Test
    void oneAccountReachedInTwoWaysSharesIt() throws Exception {
        account.route(to("cliqtel:numbers", "cliqtel:numbers?http.maxTotalConnections=3"));
    }

    @Test
    void anotherAccountTakesItOverOnceTheFirstHasEnded() throws Exception {
        account.route(to("cliqtel:numbers"));
        String first = account.context().getRoutes().get(0).getRouteId();
        account.context().getRouteController().stopRoute(first);
        account.context().addRoutes(to(OTHER));
    }
}
