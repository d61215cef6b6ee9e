/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.time.Duration;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The wait that a refusal for the rate asks a route for. */
class RetryAfterRouteTest {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    @SimulatedAccount
    private Cliqtel cliqtel;

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "901", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void isAtMostFifteenMinutesWhateverRetryAfterSays(String retryAfter) throws Exception {
        cliqtel.given()
                .fault(FaultRule.calls(
                        Fault.beforeAcceptance(Symptom.status(429).retryAfter(retryAfter))));
        try (TestAccount account = TestAccount.of(cliqtel)) {
            assertThrottled(account.call("cliqtel:send?maxWait=1s&to=" + TestAccount.TO, "canary"));
            assertThrottled(account.call("cliqtel:numbers?maxWait=1s", null));
        }
    }

    @Test
    void isAtMostFifteenMinutesWhereOurOwnLimiterRefuses() throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel)) {
            account.component().getLimit().setRequestsPerMinute(1);
            account.component().getLimit().setQuotaShare(0.001);
            assertThat(account.call("cliqtel:numbers", null).getException()).isNull();

            Exchange refused = account.call("cliqtel:send?maxWait=1s&to=" + TestAccount.TO, "canary");

            assertThrottled(refused);
            assertThat(((CliqtelThrottledException) refused.getException()).getCode())
                    .isEqualTo(ErrorCode.NO_PERMIT);
        }
    }

    private static void assertThrottled(Exchange exchange) {
        assertThat(exchange.getException())
                .isInstanceOfSatisfying(
                        CliqtelThrottledException.class,
                        throttled -> assertThat(throttled.getRetryAfter()).isEqualTo(LONGEST));
        assertThat(exchange.getMessage().getHeader(CliqtelConstants.RETRY_AFTER))
                .isEqualTo(LONGEST.toSeconds());
    }
}
