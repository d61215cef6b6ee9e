/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.cliqtel.camel.CliqtelProducer;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Hold;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Many of the same, one behind the other: each ends once, however it goes. */
@Timeout(120)
class ManyEqualSendsRouteTest {

    private final TestAccount account;
    private final AtomicInteger ends = new AtomicInteger();
    private final ConcurrentLinkedQueue<Exception> failures = new ConcurrentLinkedQueue<>();

    ManyEqualSendsRouteTest(@SimulatedAccount Cliqtel cliqtel) {
        account = TestAccount.of(cliqtel);
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private CliqtelProducer producer() throws Exception {
        account.component().getConnection().setRequestTimeout(Duration.ofSeconds(20));
        account.component().getRetry().setMaxWait(Duration.ofMinutes(5));
        account.context().getShutdownStrategy().setTimeout(1);
        account.context().start();
        CliqtelProducer producer = (CliqtelProducer)
                account.context().getEndpoint("cliqtel:send?to=+31612345678").createProducer();
        producer.start();
        return producer;
    }

    private void send(CliqtelProducer producer) {
        Exchange exchange = new DefaultExchange(account.context());
        exchange.getMessage().setBody("canary");
        producer.process(exchange, doneSync -> {
            ends.incrementAndGet();
            if (exchange.getException() != null) {
                failures.add(exchange.getException());
            }
        });
    }

    private Hold sendBehindOne(CliqtelProducer producer, int count) {
        Hold hold = account.simulator().faults().holdNext(Hold.Point.BEFORE_ACCEPTANCE, call -> call.isSend());
        Thread first = new Thread(() -> send(producer));
        first.setDaemon(true);
        first.start();
        hold.awaitArrival(Duration.ofSeconds(10));
        IntStream.range(0, count).forEach(i -> send(producer));
        return hold;
    }

    @Test
    void whenTheFirstEndsTheyFollowOneByOne() throws Exception {
        Hold hold = sendBehindOne(producer(), 2_000);
        assertThat(ends).hasValue(0);
        hold.release();
        await().atMost(Duration.ofSeconds(90)).until(() -> ends.get() >= 2_001);
        assertThat(failures).isEmpty();
        assertThat(account.simulator().messages()).hasSize(2_001);
    }

    @Test
    void theStopEndsEachAsNotSentAndTheFirstAsUnknown() throws Exception {
        sendBehindOne(producer(), 2_000);
        account.context().stop();
        await().until(() -> ends.get() >= 2_001);
        assertThat(ends).hasValue(2_001);
        List<Outcome> outcomes = failures.stream()
                .map(failure -> ((CliqtelUnavailableException) failure).getOutcome())
                .toList();
        assertThat(outcomes).filteredOn(Outcome.UNKNOWN::equals).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.NOT_SENT::equals).hasSize(2_000);
    }

    @Test
    void theStopEndsThoseThatAreLookedForAsUnknown() throws Exception {
        CliqtelProducer producer = producer();
        account.simulator().faults().add(FaultRule.sends(Fault.afterAcceptance(Symptom.reset())));
        for (int i = 0; i < 20; i++) {
            Exchange exchange = new DefaultExchange(account.context());
            exchange.getMessage().setBody("canary " + i);
            producer.process(exchange, doneSync -> {
                ends.incrementAndGet();
                failures.add(exchange.getException());
            });
        }
        assertThat(ends).hasValue(0);
        account.context().stop();
        await().until(() -> ends.get() >= 20);
        assertThat(ends).hasValue(20);
        assertThat(failures).allSatisfy(failure -> assertThat(((CliqtelUnavailableException) failure).getOutcome())
                .isEqualTo(Outcome.UNKNOWN));
    }

    @Test
    void anInterruptedCallerSendsOnceAndStaysInterrupted() throws Exception {
        CliqtelProducer producer = producer();
        AtomicInteger interrupted = new AtomicInteger();
        Thread caller = new Thread(() -> {
            Thread.currentThread().interrupt();
            send(producer);
            interrupted.set(Thread.currentThread().isInterrupted() ? 1 : 2);
        });
        caller.start();
        caller.join();
        await().until(() -> ends.get() == 1);
        assertThat(interrupted).hasValue(1);
        long posts = account.simulator().calls().stream()
                .filter(call -> call.method().equals("POST"))
                .count();
        assertThat(posts).isEqualTo(failures.isEmpty() ? 1 : 0);
    }
}
