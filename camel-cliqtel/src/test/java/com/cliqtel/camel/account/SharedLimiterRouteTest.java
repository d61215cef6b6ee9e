/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.fixture.FaultyServer;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.limit.LimiterSettings;
import com.cliqtel.camel.limit.PerAccountRateLimiter;
import com.cliqtel.camel.limit.PermitRequest;
import com.cliqtel.camel.limit.PermitTicket;
import com.cliqtel.camel.limit.RateLimiter;
import com.cliqtel.camel.limit.WakeUpTimer;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A limiter bean that serves several accounts. */
class SharedLimiterRouteTest {

    private static final String OTHER = "cliqtel:numbers?account=other&apiKey=canary-of-another-account";

    /** Gives each request a permit and notes its account. */
    private static final class NotingLimiter implements RateLimiter {

        final List<String> requested = new CopyOnWriteArrayList<>();
        final List<String> ended = new CopyOnWriteArrayList<>();

        @Override
        public PermitTicket acquire(PermitRequest request) {
            requested.add(request.account());
            return PermitTicket.of(CompletableFuture.completedFuture(observed -> {}));
        }

        @Override
        public void accountEnded(String account) {
            ended.add(account);
        }
    }

    private final NotingLimiter bean = new NotingLimiter();

    @SimulatedAccount
    private Cliqtel cliqtel;

    private TestAccount account;

    @BeforeEach
    void open() {
        account = TestAccount.of(cliqtel);
        account.component().getConnection().setAccount("first");
        account.component().getLimit().setRateLimiter(bean);
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private static RouteBuilder to(String... uris) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                for (int i = 0; i < uris.length; i++) {
                    from("direct:" + i).to(uris[i]);
                }
            }
        };
    }

    private Exchange numbers(int route) {
        return account.call("direct:" + route, null, Map.of());
    }

    @Test
    void eachRequestNamesItsAccount() throws Exception {
        account.route(to("cliqtel:numbers?maxRetries=0", OTHER));
        numbers(0);
        numbers(1);
        assertThat(bean.requested).containsExactly("first", "other");
    }

    @Test
    void oneAccountReachedInTwoWaysHasOneName() throws Exception {
        account.route(to("cliqtel:numbers", "cliqtel:numbers?http.maxTotalConnections=3"));
        numbers(0);
        numbers(1);
        assertThat(bean.requested).containsExactly("first", "first");
    }

    @Test
    void twoComponentsMayShareTheBean() throws Exception {
        CliqtelComponent second = new CliqtelComponent();
        second.getConnection().setApiKey("canary-of-another-account");
        second.getConnection().setAccount("other");
        second.getConnection().setBaseUrl(cliqtel.baseUrl().toString());
        second.getLimit().setRateLimiter(bean);
        account.context().addComponent("second", second);
        account.route(to("cliqtel:numbers", "second:numbers"));
        numbers(0);
        numbers(1);
        assertThat(bean.requested).containsExactly("first", "other");
    }

    @Test
    void theBeanLearnsThatAnAccountHasEndedWhenTheComponentStops() throws Exception {
        account.route(to("cliqtel:numbers", OTHER));
        numbers(0);
        assertThat(bean.ended).isEmpty();
        account.component().stop();
        assertThat(bean.ended).containsExactlyInAnyOrder("first", "other");
    }

    @Test
    void a429OfOneAccountDoesNotDelayAnotherOne() throws Exception {
        try (FaultyServer refusing =
                FaultyServer.start(FaultyServer.answering(429, "application/json", "{}", "Retry-After: 30"))) {
            account.component()
                    .getLimit()
                    .setRateLimiter(new PerAccountRateLimiter(
                            new LimiterSettings(60, 10, 1), System::nanoTime, WakeUpTimer.ofTheJdk()));
            account.component().getRetry().setMaxWait(Duration.ofSeconds(5));
            account.component().getRetry().setMaxRetries(0);
            account.route(to("cliqtel:numbers", OTHER + "&baseUrl=" + refusing.baseUrl()));

            assertThat(numbers(1).getException()).isInstanceOf(CliqtelThrottledException.class);
            assertThat(numbers(1).getException())
                    .isInstanceOfSatisfying(
                            CliqtelThrottledException.class,
                            throttled -> assertThat(throttled.getCode()).isEqualTo(ErrorCode.NO_PERMIT));
            assertThat(numbers(0).getException()).isNull();
        }
    }
}
