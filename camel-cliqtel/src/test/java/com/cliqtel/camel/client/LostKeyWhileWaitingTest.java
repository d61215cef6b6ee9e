/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.limit.Permit;
import com.cliqtel.camel.limit.PermitTicket;
import com.cliqtel.camel.limit.Purpose;
import com.cliqtel.camel.limit.RateLimiter;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.observe.Observers;
import com.cliqtel.camel.retry.RetryPolicy;
import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import com.cliqtel.camel.text.MessageText;
import com.cliqtel.camel.text.PhoneNumber;
import com.cliqtel.camel.wire.Answer;
import com.cliqtel.camel.wire.Sender;
import com.cliqtel.camel.wire.Submission;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A send whose key is lost while it waits, wherever it waits, doesn't leave. */
class LostKeyWhileWaitingTest {

    private final Simulator simulator;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final TimedWaits waits = new TimedWaits(timer, workers);
    private final SendGate gate = new SendGate();
    private final AtomicBoolean held = new AtomicBoolean(true);
    private final AtomicInteger asked = new AtomicInteger();

    LostKeyWhileWaitingTest(@CliqtelSimulator(limits = CliqtelSimulator.Limits.NONE) Simulator simulator) {
        this.simulator = simulator;
    }

    @AfterEach
    void close() {
        waits.close();
        timer.shutdownNow();
        workers.shutdownNow();
    }

    private static HttpClientBuilder http() {
        return HttpClients.custom().disableAutomaticRetries();
    }

    private CompletableFuture<Answer<Sms>> send(URI baseUrl, CloseableHttpClient http, RateLimiter limiter) {
        HttpConnection connection = new HttpConnection(
                http,
                baseUrl,
                simulator.apiKey(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                timer,
                () -> Set.of(simulator.apiKey()));
        AccountConnection line =
                new AccountConnection("account", connection, limiter, new ServerClock(), waits, Observers.of(), gate);
        WaitBudget patience = WaitBudget.of(Duration.ofSeconds(20)).whereRequestsLeaveOnlyWhile(() -> {
            asked.incrementAndGet();
            return held.get();
        });
        Submission sms = new Submission(
                new Sender.Number(new PhoneNumber("+16625163513")),
                new PhoneNumber("+31612345678"),
                new MessageText("canary"),
                null);
        return CliqtelApi.over(line, new CallPolicy(Purpose.CALL, RetryPolicy.times(3), Duration.ofSeconds(20)))
                .send(sms, patience);
    }

    private static void isWithheld(CompletableFuture<?> sending) {
        assertThat(sending)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(CliqtelUnavailableException.class)
                .satisfies(thrown -> {
                    CliqtelUnavailableException failure = (CliqtelUnavailableException) thrown.getCause();
                    assertThat(failure.getCode()).isEqualTo(ErrorCode.IN_PROGRESS);
                    assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
                });
    }

    @Test
    void afterARefusalForTheRate() {
        simulator
                .faults()
                .add(FaultRule.sends(Fault.beforeAcceptance(Symptom.status(429).retryAfter(1)))
                        .next(1));
        CompletableFuture<?> sending = send(simulator.baseUrl(), http().build(), null);
        await().until(() -> simulator.calls().size() == 1);
        held.set(false);
        isWithheld(sending);
        assertThat(simulator.calls()).hasSize(1);
    }

    @Test
    void afterAnAttemptWithoutAConnection() {
        CompletableFuture<?> sending = CompletableFuture.supplyAsync(
                        () -> send(URI.create("http://127.0.0.1:1"), http().build(), null))
                .thenCompose(sent -> sent);
        await().until(() -> asked.get() > 0);
        held.set(false);
        isWithheld(sending);
    }

    @Test
    void afterAWaitForAPermit() {
        CompletableFuture<Permit> permit = new CompletableFuture<>();
        CompletableFuture<?> sending = send(simulator.baseUrl(), http().build(), request -> PermitTicket.of(permit));
        held.set(false);
        permit.complete(observed -> {});
        isWithheld(sending);
        assertThat(simulator.calls()).isEmpty();
    }

    @Test
    void afterAPauseOfSending() {
        gate.shut();
        CompletableFuture<?> sending = send(simulator.baseUrl(), http().build(), null);
        held.set(false);
        gate.open();
        isWithheld(sending);
        assertThat(simulator.calls()).isEmpty();
    }

    @Test
    void whileItsConnectionIsMade() {
        CloseableHttpClient slow = http().addRequestInterceptorLast((request, entity, context) -> held.set(false))
                .build();
        isWithheld(send(simulator.baseUrl(), slow, null));
        assertThat(simulator.messages()).isEmpty();
    }
}
