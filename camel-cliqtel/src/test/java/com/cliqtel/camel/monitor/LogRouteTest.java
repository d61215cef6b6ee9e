/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.time.Duration;
import java.util.List;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.fixture.LogCapture;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.simulator.fault.Fault.afterAcceptance;
import static com.cliqtel.camel.simulator.fault.Fault.beforeAcceptance;
import static org.assertj.core.api.Assertions.assertThat;

/** The log: few lines at INFO and above, and the steps of each send at DEBUG. */
class LogRouteTest {

    private final TestAccount account;

    LogRouteTest(@SimulatedAccount Cliqtel cliqtel) {
        account = TestAccount.of(cliqtel);
        account.component().getSend().setSettlingTime(Duration.ofMillis(400));
    }

    private void open() throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                onException(CliqtelException.class).handled(true).stop();
                from("direct:in").to("cliqtel:send?to=+31612345678&maxRetries=0&maxWait=0");
            }
        });
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private Exchange send(String text) {
        return account.context()
                .createFluentProducerTemplate()
                .to("direct:in")
                .withBody(text)
                .send();
    }

    @Test
    void logsNoLineForEachMessageAboveDebug() throws Exception {
        open();
        send("the first opens the account");
        try (LogCapture lines = LogCapture.of("com.cliqtel.camel")) {
            for (int i = 0; i < 20; i++) {
                send("message " + i);
            }
            assertThat(lines.fromInfoOn()).isEmpty();
            assertThat(lines.all()).hasSizeGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void logsManyRateLimitRefusalsAsOneLine() throws Exception {
        open();
        account.simulator()
                .faults()
                .add(FaultRule.sends(beforeAcceptance(Symptom.status(429).retryAfter(1))));
        try (LogCapture lines = LogCapture.of("com.cliqtel.camel")) {
            for (int i = 0; i < 20; i++) {
                send("message " + i);
            }
            assertThat(lines.fromInfoOn())
                    .filteredOn(line -> line.contains("refused for the rate"))
                    .hasSize(1)
                    .allSatisfy(line -> assertThat(line).startsWith("WARN").contains("quotaShare"));
        }
    }

    @Test
    void aWrongApiKeyIsLoggedWithItsOption() throws Exception {
        account.component().getConnection().setApiKey("canary-another-key");
        open();
        try (LogCapture lines = LogCapture.of("com.cliqtel.camel")) {
            send("with a wrong key");
            assertThat(lines.fromInfoOn())
                    .filteredOn(line -> line.startsWith("ERROR"))
                    .containsExactly(
                            "ERROR Calls refused because of the API key: 1. Set camel.component.cliqtel.apiKey to one"
                                    + " that is valid");
        }
    }

    @Test
    void everyDebugLineOfASendBeginsWithTheExchangeId() throws Exception {
        open();
        account.simulator()
                .faults()
                .add(FaultRule.sends(afterAcceptance(Symptom.closed())).next(1));
        try (LogCapture lines = LogCapture.of("com.cliqtel.camel")) {
            Exchange exchange = send("whose answer is lost");
            List<String> story = lines.all().stream()
                    .filter(line -> line.startsWith("DEBUG " + exchange.getExchangeId()))
                    .toList();
            assertThat(story)
                    .extracting(line -> line.substring(line.indexOf(": ") + 2))
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith("SMS to ********5678: attempt unknown after "),
                            line -> assertThat(line).matches("SMS to \\*{8}5678: waited \\d+ ms for settling"),
                            line -> assertThat(line)
                                    .isEqualTo("SMS to ********5678: looked for in the list of messages: found"),
                            line -> assertThat(line)
                                    .matches("SMS to \\*{8}5678: no answer had come; found as message \\d+, .*"),
                            line -> assertThat(line).startsWith("send ended answered after "));
        }
    }

    @Test
    void logsTheAddressAndLimitsOnceAtTheStart() throws Exception {
        try (LogCapture lines = LogCapture.of("com.cliqtel.camel")) {
            open();
            assertThat(lines.fromInfoOn())
                    .filteredOn(line -> line.startsWith("INFO Calls go to "))
                    .hasSize(1)
                    .allSatisfy(line -> assertThat(line).endsWith("without a limit of our own"));
        }
    }
}
