/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.util.stream.Stream;

import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.fixture.FaultyServer;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Permits of attempts in which no request left. */
class UnusedPermitsRouteTest {

    private static final int PERMITS = 60;
    private static final String SEND = "cliqtel:send?to=" + TestAccount.TO + "&";

    @SimulatedAccount
    private Cliqtel cliqtel;

    static Stream<String> whereNoRequestLeaves() {
        int closed = closedPort();
        String plain = "http://127.0.0.1:" + closed + "/api/v1/sms";
        return Stream.of(
                "baseUrl=" + plain,
                "baseUrl=https://127.0.0.1:" + closed + "/api/v1/sms",
                "baseUrl=https://cliqtel.invalid/api/v1/sms",
                "baseUrl=https://cliqtel.invalid/api/v1/sms&http.proxyHost=127.0.0.1&http.proxyPort=" + closed);
    }

    private static int closedPort() {
        try (FaultyServer server = FaultyServer.start(connection -> {})) {
            return server.port();
        }
    }

    @ParameterizedTest
    @MethodSource("whereNoRequestLeaves")
    void areFreeAgainAtOnce(String options) throws Exception {
        try (TestAccount account = limited()) {
            for (int i = 0; i < 15; i++) {
                assertUnavailable(account, SEND + "maxRetries=0&" + options);
                assertUnavailable(account, "cliqtel:numbers?maxRetries=0&" + options);
            }
            assertThat(permitsLeft(account)).isEqualTo(PERMITS);
        }
    }

    @Test
    void areFreeAgainAfterAFailedTlsHandshake() throws Exception {
        try (FaultyServer server =
                        FaultyServer.start(connection -> connection.socket().close());
                TestAccount account = limited()) {
            String options = "maxRetries=0&baseUrl=https://127.0.0.1:" + server.port() + "/api/v1/sms";
            assertUnavailable(account, SEND + options);
            assertUnavailable(account, "cliqtel:numbers?" + options);
            assertThat(permitsLeft(account)).isEqualTo(PERMITS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SEND + "unknownOutcome=fail&", "cliqtel:numbers?"})
    void staysUsedWhereTheRequestLeft(String uri) throws Exception {
        try (FaultyServer server = FaultyServer.start(connection -> {
                    connection.request();
                    connection.socket().close();
                });
                TestAccount account = limited()) {
            assertUnavailable(account, uri + "maxRetries=0&baseUrl=" + server.baseUrl());
            assertThat(permitsLeft(account)).isEqualTo(PERMITS - 1);
        }
    }

    private TestAccount limited() {
        TestAccount account = TestAccount.of(cliqtel);
        account.component().getLimit().setRequestsPerMinute(PERMITS);
        return account;
    }

    private static int permitsLeft(TestAccount account) {
        return account.component().accounts().states().get(0).permitsLeft();
    }

    private static void assertUnavailable(TestAccount account, String uri) {
        assertThat(account.call(uri, "canary").getException()).isInstanceOf(CliqtelUnavailableException.class);
    }
}
