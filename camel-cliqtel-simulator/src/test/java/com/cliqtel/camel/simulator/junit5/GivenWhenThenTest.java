/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.junit5;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import com.cliqtel.camel.simulator.account.AccountNumber;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.account.Status;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.webhook.WebhookSettings;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Time.MANUAL;
import static com.cliqtel.camel.simulator.junit5.SmsCondition.containing;
import static com.cliqtel.camel.simulator.junit5.SmsCondition.delivered;
import static com.cliqtel.camel.simulator.junit5.SmsCondition.failed;
import static com.cliqtel.camel.simulator.junit5.SmsCondition.from;
import static com.cliqtel.camel.simulator.junit5.SmsCondition.segments;
import static com.cliqtel.camel.simulator.junit5.SmsCondition.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What a test can say of its account. */
@CliqtelSimulator(time = MANUAL, key = "canary_key")
class GivenWhenThenTest {

    private static final FaultRule DOWN = FaultRule.sends(Fault.beforeAcceptance(Symptom.status(503)));

    @CliqtelSimulator
    private Cliqtel cliqtel;

    @Test
    void whatIsGivenIsSoAtOnceAndAddsUp() {
        cliqtel.given().wallet("0.01").numbers("+31101234567").numbers("+31101234568");
        assertThat(cliqtel.simulator().numbers()).extracting(AccountNumber::id).containsExactly(101L, 102L);

        assertThat(TestApplication.send(cliqtel, "x")).isEqualTo(422);
        assertThat(TestApplication.send(cliqtel.baseUrl(), cliqtel.apiKey(), "+31101234568", "x", null))
                .isEqualTo(201);
        cliqtel.then().wallet("0.002").accepted("x", from("+31101234568"), segments(1));
    }

    @Test
    void limitsAreGiven() {
        cliqtel.given().requestsPerMinute(2).messagesPerSecond(1);

        assertThat(List.of(
                        TestApplication.send(cliqtel, "a"),
                        TestApplication.send(cliqtel, "b"),
                        TestApplication.send(cliqtel, "c")))
                .containsExactly(201, 429, 429);
        cliqtel.then()
                .calls("POST", "/messages")
                .answered(201, 429, 429)
                .accepted("a")
                .acceptedNothingElse();
    }

    @Test
    void faultsAreGivenOrBegin() {
        cliqtel.given().fault(DOWN.nth(1));
        TestApplication.send(cliqtel, "a");
        TestApplication.send(cliqtel, "b");
        cliqtel.when().callsGoWrong(DOWN);
        TestApplication.send(cliqtel, "c");
        cliqtel.when().callsGoWell();
        TestApplication.send(cliqtel, "d");

        cliqtel.then()
                .calls("POST", "/messages")
                .answered(503, 201, 503, 201)
                .accepted("b")
                .accepted("d")
                .acceptedNothingElse();
    }

    @Test
    void deliveryAfterTenMinutesTakesNone() {
        cliqtel.given().deliveryTime(Duration.ofMinutes(10));
        TestApplication.send(cliqtel, "Your order has shipped");
        cliqtel.when().timePasses(Duration.ofMinutes(10));

        cliqtel.then().accepted("Your order has shipped", to(TestApplication.TO), delivered());
    }

    @Test
    void phonesFailFromTheStartOrGoDeadWithMessagesOnTheirWay() {
        cliqtel.given().phoneFails("+31600000001");
        TestApplication.send(cliqtel, "a");
        cliqtel.when().timePasses(Duration.ofSeconds(2)).phoneGoesDead(TestApplication.TO);
        TestApplication.send(cliqtel, "b");
        cliqtel.when().timePasses(Duration.ofSeconds(3)).phoneComesBack(TestApplication.TO);
        TestApplication.send(cliqtel, "c");
        cliqtel.when().timePasses(Duration.ofSeconds(3));

        cliqtel.then().accepted("a", failed()).accepted("b", failed()).accepted("c", delivered());
    }

    @Test
    void messagesArriveAndAreDeliveredOrFail() {
        Message stop = cliqtel.when().messageArrives(TestApplication.TO, TestApplication.FROM, "STOP");
        assertThat(cliqtel.simulator().messages()).containsExactly(stop);
        TestApplication.send(cliqtel, "a");
        TestApplication.send(cliqtel, "b");
        cliqtel.when().messageIsDelivered(stop.id() + 1).messageFails(stop.id() + 2);

        cliqtel.then().accepted("a", delivered()).accepted("b", failed()).accepted(2, containing(""));
    }

    @Test
    void webhooksAreAwaited() throws IOException {
        HttpServer app = answering(200);
        try {
            TestApplication.send(cliqtel, "a", url(app));
            long id = cliqtel.simulator().messages().get(0).id();
            cliqtel.then().webhook(id, Status.SENT).never();
            cliqtel.when().timePasses(Duration.ofSeconds(3));

            cliqtel.then()
                    .webhook(id, Status.SENT)
                    .answered(200)
                    .webhook(Status.DELIVERED, to(TestApplication.TO))
                    .times(1)
                    .webhook(id, Status.FAILED)
                    .never();
        } finally {
            app.stop(0);
        }
    }

    @Test
    void webhookSettingsCanBeGiven() throws IOException {
        HttpServer app = answering(503);
        cliqtel.given()
                .webhooks(WebhookSettings.PLAIN.repeats(Duration.ofMinutes(1)).forged(1));
        try {
            TestApplication.send(cliqtel, "a", url(app));
            cliqtel.when().timePasses(Duration.ofSeconds(3));
            cliqtel.then().webhook(Status.DELIVERED).answered(503);
            cliqtel.when().timePasses(Duration.ofMinutes(1));
            cliqtel.then().webhook(Status.DELIVERED).answered(503, 503);
        } finally {
            app.stop(0);
        }
    }

    @Test
    void whatComesLaterIsWaitedFor() {
        CompletableFuture<Integer> sending = CompletableFuture.supplyAsync(
                () -> TestApplication.send(cliqtel, "late"),
                CompletableFuture.delayedExecutor(200, java.util.concurrent.TimeUnit.MILLISECONDS));

        cliqtel.then().accepted("late").calls("POST", "/messages").answered(201).wallet("99.992");
        assertThat(sending.join()).isEqualTo(201);
    }

    @Test
    void failureShowsTheObservedMessagesAndNoKey() {
        TestApplication.send(cliqtel, "Your order has shipped, canary_key");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> cliqtel.then().within(Duration.ZERO).accepted("Your order", to(TestApplication.TO)))
                .withMessageContaining("Expected: accepted once: \"Your order\", to +31612345678\nbut saw: 0\n")
                .withMessageContaining(
                        " outbound +16625163513 -> +31612345678 queued \"Your order has shipped, [key]\"")
                .withMessageContaining("calls:\n  POST /api/v1/sms/messages -> 201\nwebhooks: none\n")
                .withMessageContaining("stays so until when().timePasses")
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("canary_key"));
    }

    @Test
    void failureShowsRepeatedEntriesOnceAndTheNewestEntries() {
        cliqtel.given().messagesPerSecond(1);
        for (int i = 0; i < 5; i++) {
            TestApplication.send(cliqtel, "a");
        }
        for (int i = 0; i < 25; i++) {
            cliqtel.when().messageArrives("ACME", TestApplication.FROM, "number " + i);
        }

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> cliqtel.then().acceptedNothing())
                .withMessageContaining("messages: 6 lines before these:")
                .withMessageContaining("\"number 24\"")
                .withMessageContaining("-> 201\n  POST /api/v1/sms/messages -> 429, 4 times\n");
    }

    static List<Consumer<Then>> wrong() {
        return List.of(
                then -> then.accepted("b"),
                then -> then.accepted("a"),
                then -> then.accepted(3, to(TestApplication.TO)),
                then -> then.accepted(2, delivered()),
                then -> then.acceptedNothing(),
                then -> then.acceptedNothingElse(),
                then -> then.wallet("100"),
                then -> then.calls("POST", "/messages").answered(201),
                then -> then.calls("POST", "/messages").answered(201, 200),
                then -> then.calls("POST", "/messages").times(1),
                then -> then.calls("POST", "/messages").never(),
                then -> then.calls("POST", "/messages?page=1").times(2),
                then -> then.calls("GET", "/messages").times(1),
                then -> then.webhook(Status.SENT).answered(200));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsNotSoIsAnAssertionError(Consumer<Then> claim) {
        TestApplication.send(cliqtel, "a");
        TestApplication.send(cliqtel, "a");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> claim.accept(cliqtel.then().within(Duration.ZERO)));
    }

    @Test
    void nothingIsGivenToAnAccountThatHasMessages() {
        TestApplication.send(cliqtel, "a");

        assertThatIllegalStateException()
                .isThrownBy(() -> cliqtel.given().wallet("1"))
                .withMessageContaining("1 already");
        cliqtel.then().accepted("a");
    }

    @Test
    void whatIsRefusedIsNotGiven() {
        assertThatIllegalArgumentException().isThrownBy(() -> cliqtel.given().wallet("-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> cliqtel.given().phoneFails("0612345678"));
        assertThatIllegalArgumentException().isThrownBy(() -> cliqtel.when().phoneGoesDead("0612345678"));
        assertThatIllegalArgumentException().isThrownBy(() -> cliqtel.then().within(Duration.ofMillis(-1)));

        cliqtel.given().requestsPerMinute(5);
        cliqtel.then().wallet("100");
    }

    @Test
    void onlyTimeThatStandsStillIsMoved(
            @CliqtelSimulator(time = CliqtelSimulator.Time.SCALED, deliveryTime = "PT20S") Cliqtel fast) {
        assertThatIllegalStateException()
                .isThrownBy(() -> fast.when().timePasses(Duration.ofSeconds(1)))
                .withMessageContaining("it is SCALED: to move it by hand, say @CliqtelSimulator(time = MANUAL)");

        TestApplication.send(fast, "a");
        fast.then().accepted("a", delivered());
        cliqtel.then().acceptedNothing();
    }

    private static HttpServer answering(int status) throws IOException {
        HttpServer app = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        app.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        app.start();
        return app;
    }

    private static String url(HttpServer app) {
        return "http://127.0.0.1:" + app.getAddress().getPort() + "/";
    }
}
