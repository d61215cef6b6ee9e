/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.util.Map;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.cliqtel.camel.simulator.fault.Fault.beforeAcceptance;
import static org.assertj.core.api.Assertions.assertThat;

/** Error codes of the API that are spelt as the component's own. */
class ForeignErrorCodesRouteTest {

    @SimulatedAccount
    private Cliqtel cliqtel;

    private TestAccount account;

    @BeforeEach
    void open() {
        account = TestAccount.of(cliqtel);
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private void nextSend(int status, String code) {
        account.simulator()
                .faults()
                .add(FaultRule.sends(beforeAcceptance(Symptom.status(status)
                                .retryAfter("0")
                                .json("{\"error\":{\"code\":\"" + code + "\",\"message\":\"no\"}}")))
                        .next(1));
    }

    private Exchange send() {
        return account.call(
                "cliqtel:send?to=+31612345678", "canary text", Map.of(CliqtelConstants.IDEMPOTENCY_KEY, "key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"in_progress", "already_sent", "shutting_down", "ledger_unavailable", "not_settled"})
    void aRefusalWithSuchACodeFreesTheKey(String code) {
        nextSend(409, code);
        assertThat(send().getException()).isInstanceOf(CliqtelRejectedException.class);
        assertThat(send().getException()).isNull();
        assertThat(account.simulator().messages()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"429, no_permit", "429, sending_paused", "421, shutting_down", "425, in_progress"})
    void aCallThatWasNotExecutedIsMadeAgainWhateverItsCode(int status, String code) {
        nextSend(status, code);
        assertThat(send().getException()).isNull();
        cliqtel.then().calls("POST", "/messages").times(2);
    }
}
