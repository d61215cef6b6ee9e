/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.fixture.ForwardingLedger;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.Owners;
import com.cliqtel.camel.limit.Permit;
import com.cliqtel.camel.limit.PermitTicket;
import com.cliqtel.camel.limit.RateLimiter;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Beans of a user's that break their contract: nothing is sent twice, nothing is told wrongly, each exchange ends. */
@Timeout(60)
class BrokenBeansRouteTest {

    private static final String SEND = "cliqtel:send?to=+31612345678";

    private final TestAccount account;

    BrokenBeansRouteTest(@SimulatedAccount Cliqtel cliqtel) {
        account = TestAccount.of(cliqtel);
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    /** A route that hands over again whatever fails. */
    private Exchange sendStubbornly(Map<String, Object> headers) throws Exception {
        account.component().getConnection().setRequestTimeout(Duration.ofMillis(500));
        account.component().getSend().setSettlingTime(Duration.ofMillis(400));
        account.route(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(0));
                from("direct:in").to(SEND);
            }
        });
        return account.call("direct:in", "canary text", headers);
    }

    private Exchange sendStubbornly() throws Exception {
        return sendStubbornly(Map.of());
    }

    private long posts() {
        return account.simulator().calls().stream()
                .filter(call -> call.method().equals("POST"))
                .count();
    }

    private static void assertFailed(Exchange out, ErrorCode code, Outcome outcome) {
        assertThat(out.getException()).isInstanceOfSatisfying(CliqtelUnavailableException.class, failure -> {
            assertThat(failure.getCode()).isEqualTo(code);
            assertThat(failure.getOutcome()).isEqualTo(outcome);
        });
    }

    static Stream<Throwable> thrown() {
        return Stream.of(
                new NullPointerException("canary cause"),
                new IllegalStateException("canary cause"),
                new NoClassDefFoundError("canary cause"));
    }

    private static <T> T sneaky(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void whatWasSentIsSentOnceWhateverTheLedgerThrowsWhenItIsToNoteIt(Throwable thrown) throws Exception {
        account.component().getLedger().setLedger(new ForwardingLedger() {
            @Override
            public boolean own(String key, String message) {
                return sneaky(thrown);
            }
        });
        Exchange out = sendStubbornly();
        assertThat(out.getException()).isNull();
        assertThat(out.getMessage().getBody(Sms.class).id()).isEqualTo(42);
        assertThat(posts()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void aLedgerThatThrowsAnythingWhenAKeyIsTakenLetsNothingOut(Throwable thrown) throws Exception {
        account.component().getLedger().setLedger(new ForwardingLedger() {
            @Override
            public Claim take(Hold hold, Duration lease, String record, String likeness) {
                return sneaky(thrown);
            }
        });
        assertFailed(
                sendStubbornly(Map.of(CliqtelConstants.IDEMPOTENCY_KEY, "order-1")),
                ErrorCode.LEDGER_UNAVAILABLE,
                Outcome.NOT_SENT);
        assertThat(account.simulator().calls()).isEmpty();
    }

    @Test
    void aLedgerThatAnswersNothingLetsNothingOut() throws Exception {
        account.component().getLedger().setLedger(new ForwardingLedger() {
            @Override
            public Claim take(Hold hold, Duration lease, String record, String likeness) {
                return null;
            }
        });
        assertFailed(
                sendStubbornly(Map.of(CliqtelConstants.IDEMPOTENCY_KEY, "order-1")),
                ErrorCode.LEDGER_UNAVAILABLE,
                Outcome.NOT_SENT);
        assertThat(account.simulator().calls()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void searchWithAFailingLedgerLeavesTheOutcomeUnknown(Throwable thrown) throws Exception {
        Ledger ledger = new ForwardingLedger() {
            @Override
            public Owners find(Collection<String> messages, String likeness) {
                return sneaky(thrown);
            }
        };
        account.component().getLedger().setLedger(ledger);
        account.component().getSend().setUnknownOutcome("resend");
        account.simulator()
                .faults()
                .add(FaultRule.sends(Fault.afterAcceptance(Symptom.reset())).next(1));
        Exchange out = sendStubbornly();
        assertThat(out.getException())
                .isInstanceOfSatisfying(CliqtelUnavailableException.class, failure -> assertThat(failure.getOutcome())
                        .isEqualTo(Outcome.UNKNOWN));
        assertThat(posts()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void whatWasAnsweredIsSentOnceWhateverThePermitThrows(Throwable thrown) throws Exception {
        account.component()
                .getLimit()
                .setRateLimiter(
                        request -> PermitTicket.of(CompletableFuture.completedFuture(observed -> sneaky(thrown))));
        Exchange out = sendStubbornly();
        assertThat(out.getException()).isNull();
        assertThat(out.getMessage().getBody(Sms.class).id()).isEqualTo(42);
        assertThat(posts()).isEqualTo(1);
    }

    static Stream<RateLimiter> withoutAPermit() {
        return Stream.of(
                request -> null,
                request -> PermitTicket.of(CompletableFuture.completedFuture(null)),
                request -> PermitTicket.of(CompletableFuture.failedFuture(new NullPointerException())),
                request -> PermitTicket.of(CompletableFuture.supplyAsync(() -> null)),
                request -> {
                    throw new NoClassDefFoundError("no/such/Grid");
                },
                request -> {
                    CompletableFuture<Permit> cancelled = new CompletableFuture<>();
                    cancelled.cancel(true);
                    return PermitTicket.of(cancelled);
                });
    }

    @ParameterizedTest
    @MethodSource("withoutAPermit")
    void aLimiterThatGivesNoPermitLetsNothingOutAndSaysSo(RateLimiter limiter) throws Exception {
        account.component().getRetry().setMaxRetries(0);
        account.component().getLimit().setRateLimiter(limiter);
        assertFailed(sendStubbornly(), ErrorCode.NO_PERMIT, Outcome.NOT_SENT);
        assertThat(account.simulator().calls()).isEmpty();
    }

    @Test
    void aLimiterThatForgetsAnExchangeDoesNotBlockIt() throws Exception {
        account.component().getRetry().setMaxWait(Duration.ofMillis(200));
        account.component().getLimit().setRateLimiter(request -> PermitTicket.of(new CompletableFuture<>()));
        account.context().start();
        Exchange out = account.call(SEND, "canary text");
        assertThat(out.getException())
                .isInstanceOfSatisfying(CliqtelThrottledException.class, throttled -> assertThat(throttled.getCode())
                        .isEqualTo(ErrorCode.NO_PERMIT));
        assertThat(account.simulator().calls()).isEmpty();
    }

    @Test
    void acceptsAPermitFromAnotherThread() throws Exception {
        account.component()
                .getLimit()
                .setRateLimiter(request -> PermitTicket.of(CompletableFuture.supplyAsync(() -> observed -> {})));
        assertThat(sendStubbornly().getException()).isNull();
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void noExceptionShowsASecret() throws Exception {
        account.component().getLedger().setLedger(new ForwardingLedger() {
            @Override
            public Claim take(Hold hold, Duration lease, String record, String likeness) {
                throw new IllegalStateException(record);
            }
        });
        Exchange out = sendStubbornly(Map.of(CliqtelConstants.IDEMPOTENCY_KEY, "canary-order"));
        StringWriter told = new StringWriter();
        out.getException().printStackTrace(new PrintWriter(told));
        assertThat(told.toString())
                .contains("IllegalStateException", getClass().getName())
                .doesNotContain("canary", "31612345678");
    }
}
