/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.time.Duration;

import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.fault.CallMatch;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.cliqtel.camel.simulator.fault.Fault.beforeAcceptance;
import static org.assertj.core.api.Assertions.assertThat;

/** A list in which messages have no readable created_at: one with the same text may be from yesterday. */
class UndatedMessagesRouteTest {

    @SimulatedAccount
    private Cliqtel cliqtel;

    private TestAccount account;

    @BeforeEach
    void open() {
        account = TestAccount.of(cliqtel);
        account.component().getSend().setSettlingTime(Duration.ofMillis(400));
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private static Symptom list(String text, String createdAt) {
        return Symptom.status(200)
                .json("{\"data\":[{\"id\":3,\"from\":\"+16625163513\",\"to\":\"+31612345678\",\"body\":\"" + text
                        + "\",\"direction\":\"outbound\",\"created_at\":" + createdAt + "}],\"meta\":{\"total\":1}}");
    }

    @ParameterizedTest
    @CsvSource({
        "canary text, null, resend",
        "canary text, '\"yesterday\"', reconcile",
        "' canary  text ', null, resend",
        "canary text, [], reconcile"
    })
    void areNotTakenForASendThatTheApiNeverAccepted(String text, String createdAt, String unknownOutcome) {
        account.simulator()
                .faults()
                .add(
                        FaultRule.sends(beforeAcceptance(Symptom.closed())),
                        FaultRule.calls(
                                new CallMatch("GET", "*/messages", null, null),
                                beforeAcceptance(list(text, createdAt))));
        Exchange exchange =
                account.call("cliqtel:send?to=+31612345678&unknownOutcome=" + unknownOutcome, "canary text");
        assertThat(exchange.getException())
                .isInstanceOfSatisfying(CliqtelUnavailableException.class, unknown -> assertThat(unknown.getOutcome())
                        .isEqualTo(Outcome.UNKNOWN));
        cliqtel.then().calls("POST", "/messages").times(1);
    }
}
