/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Copies of an exchange that sent something: each copy's SMS is its own, and what may have been sent before stays known. */
@Timeout(60)
class CopiedExchangesRouteTest {

    private static final String SEND = "cliqtel:send?to=+31612345678&longMessage=split";
    private static final String LONG =
            IntStream.range(0, 500).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));

    private final TestAccount account;
    private final List<Exchange> sent = Collections.synchronizedList(new java.util.ArrayList<>());
    private final List<Exchange> failed = Collections.synchronizedList(new java.util.ArrayList<>());

    CopiedExchangesRouteTest(@SimulatedAccount Cliqtel cliqtel) {
        account = TestAccount.of(cliqtel);
    }

    @BeforeEach
    void settleSoon() {
        account.component().getConnection().setRequestTimeout(Duration.ofMillis(500));
        account.component().getSend().setSettlingTime(Duration.ofMillis(400));
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private List<String> textsAfterTheFirst() {
        return account.simulator().messages().stream()
                .map(Message::body)
                .filter(body -> !body.equals("hello"))
                .toList();
    }

    private void routeThatSendsCopies(String text, boolean parallel, Runnable between) throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .setBody(constant("hello"))
                        .to(SEND)
                        .process(exchange -> between.run())
                        .setBody(constant(List.of(text, text)))
                        .split(body())
                        .parallelProcessing(parallel)
                        .doTry()
                        .to(SEND)
                        .process(sent::add)
                        .doCatch(CliqtelException.class)
                        .process(failed::add)
                        .end()
                        .end();
            }
        });
    }

    @Test
    void theSameLongTextInTwoCopiesIsTwoWholeTexts() throws Exception {
        routeThatSendsCopies(LONG, true, () -> {});
        account.call("direct:in", "go");
        assertThat(failed).isEmpty();
        assertThat(sent).hasSize(2);
        assertThat(textsAfterTheFirst()).hasSize(2 * LONG.length() / 1600 + 2);
        // blanks at a cut belong to no part
        assertThat(textsAfterTheFirst().stream()
                        .mapToInt(CopiedExchangesRouteTest::withoutBlanks)
                        .sum())
                .isEqualTo(2 * withoutBlanks(LONG));
    }

    private static int withoutBlanks(String text) {
        return text.replace(" ", "").length();
    }

    @Test
    void copyDoesNotTakeTheSmsOfAnotherCopy() throws Exception {
        routeThatSendsCopies("canary text", false, () -> account.simulator()
                .faults()
                .add(FaultRule.sends(Fault.lateAcceptance(Duration.ofMillis(700), Symptom.reset()))
                        .next(1)));
        account.call("direct:in", "go");
        await().until(() -> textsAfterTheFirst().size() == 2);
        assertThat(sent).hasSize(1);
        assertThat(failed).hasSize(1);
    }

    @Test
    void aCopyMadeForAnotherTryStillLooksBeforeItSends() throws Exception {
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .onException(CliqtelException.class)
                        .handled(true)
                        .to("seda:again")
                        .end()
                        .setBody(constant("canary text"))
                        .to(SEND + "&unknownOutcome=fail");
                from("seda:again").setBody(constant("canary text")).to(SEND).process(sent::add);
            }
        });
        account.simulator()
                .faults()
                .add(FaultRule.sends(Fault.afterAcceptance(Symptom.reset())).next(1));
        account.call("direct:in", "go");
        await().until(() -> sent.size() == 1);
        assertThat(sent.get(0).getMessage().getHeader(CliqtelConstants.RECONCILED))
                .isEqualTo(true);
        assertThat(account.simulator().messages()).hasSize(1);
    }
}
