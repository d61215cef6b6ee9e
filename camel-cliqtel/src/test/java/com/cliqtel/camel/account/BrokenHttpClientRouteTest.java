/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.apache.hc.client5.http.ConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.UserTokenHandler;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.ConnectionReuseStrategy;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An Error anywhere in the HTTP client ends one call: the account's other calls go on. */
@Timeout(60)
class BrokenHttpClientRouteTest {

    private static final AtomicReference<Error> NEXT = new AtomicReference<>();

    private static void breakOnce() {
        Error error = NEXT.getAndSet(null);
        if (error != null) {
            throw error;
        }
    }

    static Stream<Arguments> beans() {
        return Stream.of(
                Arguments.of("keepAliveStrategy", (ConnectionKeepAliveStrategy) (response, context) -> {
                    breakOnce();
                    return DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(response, context);
                }),
                Arguments.of("connectionReuseStrategy", (ConnectionReuseStrategy) (request, response, context) -> {
                    breakOnce();
                    return true;
                }),
                Arguments.of("userTokenHandler", (UserTokenHandler) (route, context) -> {
                    breakOnce();
                    return null;
                }),
                Arguments.of("routePlanner", (HttpRoutePlanner) (host, context) -> {
                    breakOnce();
                    return new DefaultRoutePlanner(null).determineRoute(host, context);
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beans")
    void endsThatCallAndGivesItsConnectionBack(String option, Object bean, @SimulatedAccount Cliqtel cliqtel)
            throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel)) {
            account.context().getRegistry().bind("broken", bean);
            account.component()
                    .getConnection()
                    .setHttp(Map.of("connectionsPerRoute", "1", "httpClient." + option, "#bean:broken"));
            for (Error error : new Error[] {new OutOfMemoryError("a test's"), new StackOverflowError("a test's")}) {
                NEXT.set(error);
                Exchange broken = account.call("cliqtel:numbers?maxRetries=0", null);
                assertThat(broken.getException())
                        .isInstanceOfSatisfying(
                                CliqtelUnavailableException.class,
                                failure -> assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT))
                        .hasRootCause(error);
                assertThat(account.call("cliqtel:numbers?maxRetries=0&connectTimeout=2s", null)
                                .getException())
                        .isNull();
            }
        }
    }
}
