/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.limit.Permit;
import com.cliqtel.camel.limit.PermitTicket;
import com.cliqtel.camel.limit.QuotaObservation;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Sending paused and resumed by hand: nothing leaves, nothing is lost, nobody holds a thread. */
class PausedSendingRouteTest {

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

    private TestAccount route(String options) throws Exception {
        return account.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("cliqtel:send?to=" + TestAccount.TO + options);
            }
        });
    }

    private CompletableFuture<Exchange> handOver(String text) {
        return account.context().createProducerTemplate().asyncSend("direct:in", exchange -> exchange.getMessage()
                .setBody(text));
    }

    private List<CompletableFuture<Exchange>> handOver(int count) {
        return IntStream.range(0, count).mapToObj(i -> handOver("canary " + i)).toList();
    }

    private long posts() {
        return account.simulator().calls().stream()
                .filter(call -> call.toString().contains("POST"))
                .count();
    }

    @Test
    void whileItIsPausedNothingLeavesAndAllThatWaitedGoesOnceItIsResumed() throws Exception {
        route("");
        account.component().pauseSending();
        List<CompletableFuture<Exchange>> sends = handOver(300);
        await().until(() -> account.component().getWaitingForResume() == 300);
        assertThat(posts()).isZero();

        account.component().resumeSending();

        assertThat(sends)
                .allSatisfy(send -> assertThat(send.join().getException()).isNull());
        cliqtel.then().accepted(300);
        assertThat(account.component().getWaitingForResume()).isZero();
    }

    @Test
    void pausedAgainWhileTheyGoNoneIsForgotten() throws Exception {
        route("");
        account.component().pauseSending();
        List<CompletableFuture<Exchange>> sends = handOver(100);
        await().until(() -> account.component().getWaitingForResume() == 100);
        for (int i = 0; i < 20; i++) {
            account.component().resumeSending();
            account.component().pauseSending();
        }
        account.component().resumeSending();

        assertThat(sends)
                .allSatisfy(send -> assertThat(send.join().getException()).isNull());
        cliqtel.then().accepted(100);
    }

    @Test
    void tooLongAWaitIsThrottledWithNothingSent() throws Exception {
        route("&maxWait=50ms");
        account.component().pauseSending();

        assertThat(handOver("canary").join().getException())
                .isInstanceOfSatisfying(CliqtelThrottledException.class, failure -> assertThat(failure.getCode())
                        .isEqualTo(ErrorCode.SENDING_PAUSED))
                .hasMessageContaining("nothing was sent");
        assertThat(account.component().getWaitingForResume()).isZero();
        assertThat(posts()).isZero();
    }

    @Test
    void readingCallsContinue() throws Exception {
        route("");
        account.component().pauseSending();

        assertThat(account.call("cliqtel:numbers", null).getException()).isNull();
        assertThat(account.call("cliqtel:list", null).getException()).isNull();
    }

    @Test
    void aPausedSendReturnsItsPermitAndWaits() throws Exception {
        List<CompletableFuture<Permit>> asked = new CopyOnWriteArrayList<>();
        AtomicInteger unused = new AtomicInteger();
        account.component().getLimit().setRateLimiter(request -> {
            asked.add(new CompletableFuture<>());
            return PermitTicket.of(asked.get(asked.size() - 1));
        });
        Permit permit = new Permit() {
            @Override
            public void completed(QuotaObservation observed) {}

            @Override
            public void unused() {
                unused.incrementAndGet();
            }
        };
        route("");
        CompletableFuture<Exchange> send = handOver("canary");
        await().until(() -> asked.size() == 1);

        account.component().pauseSending();
        asked.get(0).complete(permit);
        await().until(() -> account.component().getWaitingForResume() == 1);
        assertThat(unused).hasValue(1);
        assertThat(posts()).isZero();

        account.component().resumeSending();
        await().until(() -> asked.size() == 2);
        asked.get(1).complete(permit);
        assertThat(send.join().getException()).isNull();
        cliqtel.then().accepted(1);
    }

    @Test
    void aStopEndsWaitingSendsAsNotSent() throws Exception {
        route("");
        account.component().pauseSending();
        CompletableFuture<Exchange> send = handOver("canary");
        await().until(() -> account.component().getWaitingForResume() == 1);

        account.component().stop();

        assertThat(send.join().getException())
                .isInstanceOfSatisfying(CliqtelUnavailableException.class, failure -> assertThat(failure.getOutcome())
                        .isEqualTo(Outcome.NOT_SENT));
    }

    @Test
    void aRestartForgetsThatItWasPaused() throws Exception {
        route("");
        account.component().pauseSending();
        assertThat(account.component().isSendingPaused()).isTrue();

        account.component().stop();
        account.component().start();

        assertThat(account.component().isSendingPaused()).isFalse();
    }
}
