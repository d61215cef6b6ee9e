/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import com.cliqtel.camel.simulator.account.AccountNumber;
import com.cliqtel.camel.simulator.account.Direction;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.account.Status;
import com.cliqtel.camel.simulator.http.ReceivedCall;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Limits.NONE;
import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Time.MANUAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SimulatorTest {

    private final Cliqtel account;
    private final Simulator cliqtel;
    private final ApiClient client;

    SimulatorTest(@CliqtelSimulator(time = MANUAL, limits = NONE) Cliqtel account) {
        this.account = account;
        this.cliqtel = account.simulator();
        this.client = new ApiClient(cliqtel);
    }

    @Test
    void listensOnLoopbackWithTheReferencesNumbers() {
        assertThat(cliqtel.baseUrl()).hasToString("http://127.0.0.1:" + cliqtel.port() + "/api/v1/sms");
        assertThat(cliqtel.apiKey()).isEqualTo("sim_test_key");
        assertThat(cliqtel.numbers()).extracting(AccountNumber::id).containsExactly(11L, 6L);
        assertThat(cliqtel.balance()).isEqualByComparingTo("100");
    }

    @Test
    void showsTheCallsItReceived() {
        client.text("x");
        client.get("/messages?direction=outbound&to=%2B31612345678");

        List<ReceivedCall> calls = cliqtel.calls();
        assertThat(calls).extracting(ReceivedCall::status).containsExactly(201, 200);
        assertThat(calls.get(0).method()).isEqualTo("POST");
        assertThat(calls.get(0).path()).isEqualTo("/api/v1/sms/messages");
        assertThat(calls.get(0).query()).isNull();
        assertThat(calls.get(0).body()).contains("\"body\":\"x\"");
        assertThat(calls.get(0).header("content-TYPE")).isEqualTo("application/json");
        assertThat(calls.get(0).header("x-none")).isNull();
        assertThat(calls.get(0).at()).isEqualTo(Instant.parse("2026-04-03T10:15:30Z"));
        assertThat(calls.get(1).query()).isEqualTo("direction=outbound&to=%2B31612345678");
        assertThat(calls.get(1).body()).isEmpty();
    }

    @Test
    void showsNoKeyInTextForms() {
        client.text("x");

        ReceivedCall call = cliqtel.calls().get(0);
        assertThat(call.header("Authorization")).isEqualTo("Bearer sim_test_key");
        assertThat(call).hasToString("POST /api/v1/sms/messages -> 201");
        assertThat(cliqtel.toString()).doesNotContain("sim_test_key");
    }

    @Test
    void receivesFreeOfCharge() {
        Message message = cliqtel.receive("ACME", "+16625163513", "a".repeat(161));

        assertThat(message.direction()).isEqualTo(Direction.INBOUND);
        assertThat(message.status()).isEqualTo(Status.DELIVERED);
        assertThat(message.segments()).isEqualTo(2);
        assertThat(message.cost()).isZero();
        assertThat(cliqtel.balance()).isEqualByComparingTo("100");
        assertThat(cliqtel.messages()).containsExactly(message);
        assertThatThrownBy(() -> cliqtel.receive("+31612345678", "+16625163599", "x"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("+16625163599");
    }

    @Test
    void forcesNothingOnMessagesItDidNotSend() {
        long inbound = cliqtel.receive("ACME", "+16625163513", "x").id();

        assertThatThrownBy(() -> cliqtel.deliver(99)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> cliqtel.fail(inbound)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void forgetsEverythingAtAReset(@CliqtelSimulator(time = MANUAL, account = OneMessage.class) Simulator limited) {
        ApiClient sender = new ApiClient(limited);
        sender.text("before");
        assertThat(sender.text("limited").statusCode()).isEqualTo(429);

        limited.reset();
        assertThat(limited.messages()).isEmpty();
        assertThat(limited.calls()).isEmpty();
        assertThat(limited.webhooks()).isEmpty();
        assertThat(limited.balance()).isEqualByComparingTo("0.008");
        assertThat(sender.text("after").statusCode()).isEqualTo(201);
        assertThat(limited.messages()).extracting(Message::id).containsExactly(42L);
    }

    static final class OneMessage implements Consumer<SimulatorBuilder> {

        @Override
        public void accept(SimulatorBuilder account) {
            account.requestsPerMinute(1).balance(new BigDecimal("0.008"));
        }
    }

    @Test
    void letsNoTimerOfBeforeTouchWhatCameAfterAReset() {
        try (WebhookReceiver app = new WebhookReceiver()) {
            client.send("{\"from_number_id\":11,\"to\":\"+31612345678\",\"body\":\"x\",\"status_callback_url\":\""
                    + app.url() + "\"}");
            account.when().timePasses(Duration.ofSeconds(1));
            cliqtel.reset();
            client.text("after");
            account.when().timePasses(Duration.ofSeconds(1));
            assertThat(cliqtel.messages()).extracting(Message::status).containsExactly(Status.QUEUED);

            client.send("{\"from_number_id\":6,\"to\":\"+31612345678\",\"body\":\"x\",\"status_callback_url\":\""
                    + app.url() + "\"}");
            cliqtel.fail(43);
            cliqtel.awaitQuiet(Duration.ofSeconds(10));
            assertThat(app.received()).singleElement().satisfies(webhook -> assertThat(webhook.text())
                    .contains("\"id\":43,"));
        }
    }

    @Test
    void keepsWhatItGaveOutAsItWas() {
        client.text("x");
        List<Message> before = cliqtel.messages();
        account.when().timePasses(Duration.ofSeconds(3));

        assertThat(before).extracting(Message::status).containsExactly(Status.QUEUED);
        assertThat(cliqtel.messages()).extracting(Message::status).containsExactly(Status.DELIVERED);
        assertThatThrownBy(() -> cliqtel.messages().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> cliqtel.calls().get(0).headers().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void losesNoMessageOfSixteenThreads() throws Exception {
        int threads = 16;
        int each = 40;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Callable<Long> sender = () -> IntStream.range(0, each)
                    .filter(n -> client.text("x").statusCode() == 201)
                    .count();
            List<Future<Long>> sent = pool.invokeAll(
                    IntStream.range(0, threads).mapToObj(n -> sender).toList());
            for (Future<Long> count : sent) {
                assertThat(count.get()).isEqualTo(each);
            }
        } finally {
            pool.shutdownNow();
        }
        Set<Long> expected = LongStream.range(42, 42 + threads * each).boxed().collect(Collectors.toSet());
        assertThat(cliqtel.messages())
                .extracting(Message::id)
                .hasSize(threads * each)
                .hasSameElementsAs(expected);
        assertThat(cliqtel.calls()).hasSize(threads * each);
        assertThat(cliqtel.balance()).isEqualByComparingTo(new BigDecimal("100").subtract(new BigDecimal("5.12")));
    }

    @Test
    void grantsExactlyTheLimitToSixteenThreads(@CliqtelSimulator(time = MANUAL) Cliqtel limited) throws Exception {
        limited.given().messagesPerSecond(0);

        ApiClient sender = new ApiClient(limited.simulator());
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            Callable<Integer> call = () -> sender.text("x").statusCode();
            int granted = 0;
            for (Future<Integer> status :
                    pool.invokeAll(IntStream.range(0, 100).mapToObj(n -> call).toList())) {
                granted += status.get() == 201 ? 1 : 0;
            }
            assertThat(granted).isEqualTo(60);
            assertThat(limited.simulator().messages()).hasSize(60);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void saysThatThePortIsTaken() {
        assertThatThrownBy(() -> Simulator.builder().port(cliqtel.port()).start())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(String.valueOf(cliqtel.port()));
    }

    @Test
    void canBeReadAndClosedAgainAfterItIsClosed() {
        client.text("x");
        cliqtel.close();
        cliqtel.close();
        account.when().timePasses(Duration.ofSeconds(3));

        assertThat(cliqtel.messages()).extracting(Message::status).containsExactly(Status.QUEUED);
        assertThat(cliqtel.port()).isPositive();
        assertThatThrownBy(() -> client.text("x")).isInstanceOf(UncheckedIOException.class);
    }

    static List<Consumer<SimulatorBuilder>> nonsense() {
        return List.of(
                b -> b.port(-1),
                b -> b.port(65_536),
                b -> b.apiKey(""),
                b -> b.apiKey("a b"),
                b -> b.apiKey("ü"),
                b -> b.apiKey("a\r\nX: y"),
                b -> b.webhookSecret(""),
                b -> b.webhookTimeout(Duration.ZERO),
                b -> b.number(0, "+16625163513", "US", "local", true),
                b -> b.number(1, "16625163513", "US", "local", true),
                b -> b.number(1, "+16625163513", "usa", "local", true),
                b -> b.number(1, "+16625163513", "US", "local", true)
                        .number(1, "+16625163514", "US", "local", true)
                        .start(),
                b -> b.number(1, "+16625163513", "US", "local", true)
                        .number(2, "+16625163513", "US", "local", true)
                        .start(),
                b -> b.balance(new BigDecimal("-0.01")),
                b -> b.balance(new BigDecimal("1E+9")),
                b -> b.pricePerSegment(new BigDecimal("0.0000001")),
                b -> b.deliveryTime(Duration.ofMillis(-1)),
                b -> b.requestsPerMinute(-1),
                b -> b.messagesPerSecond(-1),
                b -> b.insufficientBalanceStatus(200),
                b -> b.firstMessageId(0));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void refusesToBeBuiltWithNonsense(Consumer<SimulatorBuilder> setting) {
        assertThatThrownBy(() -> setting.accept(Simulator.builder())).isInstanceOf(IllegalArgumentException.class);
    }
}
