/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.fixture.ForwardingLedger;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Closing;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.JdbcLedger;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.ledger.Owners;
import com.cliqtel.camel.ledger.idempotent.IdempotentRepositoryLedger;
import com.cliqtel.camel.limit.PermitTicket;
import com.cliqtel.camel.limit.RateLimiter;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Sends with an idempotency key: once, however often and by whomever they are handed over. */
class IdempotencyKeyRouteTest {

    private static final Duration SETTLING = Duration.ofMillis(500);
    private static final String SEND = "cliqtel:send?to=+31612345678&unknownOutcome=resend";

    @TempDir
    private Path folder;

    private final TestAccount account;

    IdempotencyKeyRouteTest(@SimulatedAccount Cliqtel cliqtel) {
        account = TestAccount.of(cliqtel);
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    private CliqtelComponent setUp(CliqtelComponent component) {
        component.getConnection().setRequestTimeout(Duration.ofMillis(800));
        component.getRetry().setMaxWait(Duration.ofSeconds(10));
        component.getSend().setSettlingTime(SETTLING);
        return component;
    }

    private Exchange handOver(String uri, String key, String text) {
        return account.call(uri, text, Map.of(CliqtelConstants.IDEMPOTENCY_KEY, key));
    }

    private long posts() {
        return account.simulator().calls().stream()
                .filter(call -> call.method().equals("POST"))
                .count();
    }

    private void nextSend(Fault fault) {
        account.simulator().faults().add(FaultRule.sends(fault).next(1));
    }

    @Test
    void handedOverAgainItIsTheSameMessageAndNoPost() {
        setUp(account.component());
        Exchange first = handOver(SEND, "order-1", "canary");
        Exchange again = handOver(SEND, "order-1", "canary");
        assertThat(first.getMessage().getHeader(CliqtelConstants.DUPLICATE)).isNull();
        assertThat(again.getException()).isNull();
        assertThat(again.getMessage().getHeader(CliqtelConstants.DUPLICATE)).isEqualTo(true);
        assertThat(again.getMessage().getBody(Sms.class).id())
                .isEqualTo(first.getMessage().getBody(Sms.class).id());
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void withoutAKeyEachIsAnSmsOfItsOwn() {
        setUp(account.component());
        account.call(SEND, "canary");
        account.call(SEND, "canary");
        assertThat(account.simulator().messages()).hasSize(2);
    }

    @Test
    void aKeyThatWasUsedForAnotherSmsIsRefusedAndNeverSwallowed() {
        setUp(account.component());
        handOver(SEND, "order-1", "canary: shipped");
        Exchange other = handOver(SEND, "order-1", "canary: delivered");
        assertThat(other.getException())
                .isInstanceOfSatisfying(CliqtelRejectedException.class, refused -> assertThat(refused.getCode())
                        .isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED));
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void aBlankKeyIsRefused() {
        setUp(account.component());
        assertThat(handOver(SEND, " ", "canary").getException())
                .isInstanceOf(CliqtelRejectedException.class)
                .hasMessageContaining("header CamelCliqtelIdempotencyKey");
        assertThat(account.simulator().calls()).isEmpty();
    }

    @Test
    void whatWasRefusedOrNotSentMayBeHandedOverAgain() {
        setUp(account.component()).getRetry().setMaxRetries(0);
        nextSend(Fault.beforeAcceptance(Symptom.status(422).error("validation_error", "x")));
        assertThat(handOver(SEND, "order-1", "canary").getException()).isInstanceOf(CliqtelRejectedException.class);
        account.component().getRetry().setMaxWait(Duration.ZERO);
        nextSend(Fault.beforeAcceptance(Symptom.tooManyRequests().retryAfter(1)));
        assertThat(handOver(SEND + "&maxWait=0", "order-1", "canary").getException())
                .isInstanceOf(CliqtelException.class);
        assertThat(handOver(SEND + "&baseUrl=http://127.0.0.1:1/x", "order-1", "canary")
                        .getException())
                .isInstanceOf(CliqtelUnavailableException.class);
        Exchange sent = handOver(SEND, "order-1", "canary");
        assertThat(sent.getException()).isNull();
        assertThat(sent.getMessage().getHeader(CliqtelConstants.DUPLICATE)).isNull();
        assertThat(account.simulator().messages()).hasSize(1);
    }

    @Test
    void whileItIsBeingSentItIsInProgress() {
        setUp(account.component()).getConnection().setRequestTimeout(Duration.ofSeconds(20));
        com.cliqtel.camel.simulator.fault.Hold hold =
                account.simulator().faults().holdNext(com.cliqtel.camel.simulator.fault.Hold.Point.AFTER_ACCEPTANCE);
        CompletableFuture<Exchange> first = CompletableFuture.supplyAsync(() -> handOver(SEND, "order-1", "canary"));
        hold.awaitArrival(Duration.ofSeconds(10));
        Exchange second = handOver(SEND, "order-1", "canary");
        hold.release();
        assertThat(first.join().getException()).isNull();
        assertThat(second.getException()).isInstanceOfSatisfying(CliqtelUnavailableException.class, failure -> {
            assertThat(failure.getCode()).isEqualTo(ErrorCode.IN_PROGRESS);
            assertThat(failure.getOutcome()).isEqualTo(Outcome.UNKNOWN);
        });
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void theNextHolderOfTheKeySearchesForAnUnknownOutcome() {
        setUp(account.component());
        String reconciling = SEND.replace("resend", "reconcile");
        nextSend(Fault.lateAcceptance(SETTLING.plusMillis(400), Symptom.reset()));
        assertThat(handOver(reconciling, "order-1", "canary").getException())
                .isInstanceOf(CliqtelUnavailableException.class);
        await().until(() -> account.simulator().messages().size() == 1);
        Exchange again = handOver(reconciling, "order-1", "canary");
        assertThat(again.getException()).isNull();
        assertThat(again.getMessage().getHeader(CliqtelConstants.RECONCILED)).isEqualTo(true);
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void aFrozenProcessSendsNothingAfterATakeover() throws Exception {
        Slow ledger = new Slow();
        setUp(account.component()).getLedger().setLedger(ledger);
        account.component().getRetry().setMaxWait(Duration.ZERO);
        account.component().getRetry().setMaxRetries(0);
        CompletableFuture<Exchange> frozen = CompletableFuture.supplyAsync(() -> handOver(SEND, "order-1", "canary"));
        await().until(() -> ledger.frozen.getQueueLength() == 1);
        Exchange other = await().until(() -> handOver(SEND, "order-1", "canary"), out -> out.getException() == null);
        ledger.frozen.release();
        assertThat(other.getException()).isNull();
        assertThat(frozen.join().getException())
                .isInstanceOfSatisfying(CliqtelUnavailableException.class, failure -> assertThat(failure.getCode())
                        .isEqualTo(ErrorCode.IN_PROGRESS));
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void aKeyThatIsUnknownStaysSoWhenItGetsNoTurn() {
        setUp(account.component());
        nextSend(Fault.afterAcceptance(Symptom.reset()));
        assertThat(handOver("cliqtel:send?to=+31612345678&unknownOutcome=fail", "order-1", "canary")
                        .getException())
                .isInstanceOf(CliqtelUnavailableException.class);
        com.cliqtel.camel.simulator.fault.Hold hold = account.simulator()
                .faults()
                .holdNext(com.cliqtel.camel.simulator.fault.Hold.Point.BEFORE_ACCEPTANCE, call -> call.isSend());
        CompletableFuture<Exchange> equal = CompletableFuture.supplyAsync(() -> account.call(SEND, "canary"));
        hold.awaitArrival(Duration.ofSeconds(10));
        Exchange noTurn = handOver(SEND + "&maxWait=50ms", "order-1", "canary");
        hold.release();
        equal.join();
        assertThat(noTurn.getException()).isInstanceOf(CliqtelException.class);
        Exchange again = handOver(SEND, "order-1", "canary");
        assertThat(again.getException()).isNull();
        assertThat(again.getMessage().getHeader(CliqtelConstants.RECONCILED)).isEqualTo(true);
        assertThat(posts()).isEqualTo(2);
    }

    @Test
    void aKeyOfBytesIsTheTextThatTheyAre() {
        setUp(account.component());
        assertThat(handOver(SEND, "order-1", "canary").getException()).isNull();
        Exchange again = account.call(
                SEND, "canary", Map.of(CliqtelConstants.IDEMPOTENCY_KEY, "order-1".getBytes(StandardCharsets.UTF_8)));
        assertThat(again.getMessage().getHeader(CliqtelConstants.DUPLICATE)).isEqualTo(true);
        assertThat(account.simulator().messages()).hasSize(1);
    }

    @Test
    void aKeyThatNoTwoDeliveriesWouldWriteAlikeIsRefused() {
        setUp(account.component());
        Exchange out = account.call(SEND, "canary", Map.of(CliqtelConstants.IDEMPOTENCY_KEY, new Object()));
        assertThat(out.getException())
                .isInstanceOf(CliqtelRejectedException.class)
                .hasMessageContaining("java.lang.Object")
                .hasMessageContaining("header CamelCliqtelIdempotencyKey");
        assertThat(account.simulator().calls()).isEmpty();
        assertThat(handOver(SEND, "order@4711", "canary").getException()).isNull();
        account.call(SEND, "canary", Map.of(CliqtelConstants.IDEMPOTENCY_KEY, 4711));
        assertThat(account.call(SEND, "canary", Map.of(CliqtelConstants.IDEMPOTENCY_KEY, 4711L))
                        .getMessage()
                        .getHeader(CliqtelConstants.DUPLICATE))
                .isEqualTo(true);
    }

    @Test
    void whatOnlyARepositoryOfCamelsKnowsIsNeverSentAgainEvenWhereItIsNotFound() {
        MemoryIdempotentRepository repository = new MemoryIdempotentRepository();
        setUp(account.component()).getLedger().setLedger(new IdempotentRepositoryLedger(repository));
        nextSend(Fault.beforeAcceptance(Symptom.reset()));
        handOver("cliqtel:send?to=+31612345678&unknownOutcome=fail", "order-1", "canary");
        account.component().getLedger().setLedger(new IdempotentRepositoryLedger(repository));
        for (int i = 0; i < 2; i++) {
            // another endpoint each time, for the ledger is the one at its start
            assertThat(handOver(SEND + "&maxWait=" + (20 + i) + "s", "order-1", "canary")
                            .getException())
                    .isInstanceOfSatisfying(
                            CliqtelUnavailableException.class,
                            failure -> assertThat(failure.getOutcome()).isEqualTo(Outcome.UNKNOWN));
        }
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void aKeyTakenOverDuringALedgerFailureIsLeftToTheOtherNode() {
        setUp(account.component()).getLedger().setLedger(new ForwardingLedger() {
            @Override
            public boolean renew(Hold hold, Duration lease, String record) {
                super.renew(hold, Duration.ZERO, record);
                // another node takes it
                super.take(Hold.of(hold.key()), lease, record, null);
                throw new LedgerException("a test's ledger lost its connection", null);
            }
        });
        nextSend(Fault.beforeAcceptance(Symptom.reset()));
        assertThat(handOver(SEND, "order-1", "canary").getException())
                .isInstanceOfSatisfying(CliqtelUnavailableException.class, failure -> assertThat(failure.getOutcome())
                        .isEqualTo(Outcome.UNKNOWN));
        assertThat(handOver(SEND, "order-1", "canary").getException())
                .isInstanceOfSatisfying(CliqtelUnavailableException.class, failure -> assertThat(failure.getCode())
                        .isEqualTo(ErrorCode.IN_PROGRESS));
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void aRecordFromAClockThatIsAheadIsNotWaitedFor() {
        setUp(account.component()).getLedger().setLedger(new ForwardingLedger() {
            @Override
            public Claim take(Hold hold, Duration lease, String record, String likeness) {
                Claim claim = super.take(hold, lease, record, likeness);
                String[] words = record.split(" ");
                return claim.state() == Claim.State.NEW && words[0].equals("open")
                        ? new Claim(
                                Claim.State.RESUMED,
                                String.join(
                                        " ",
                                        "unknown",
                                        words[1],
                                        Instant.now().plusSeconds(3600).toString(),
                                        words[2],
                                        words[3],
                                        words[4]))
                        : claim;
            }
        });
        CompletableFuture<Exchange> sending = CompletableFuture.supplyAsync(() -> handOver(SEND, "order-1", "canary"));
        await().until(sending::isDone);
        assertThat(sending.join().getException()).isNull();
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void withoutItsLedgerNothingIsSent() {
        setUp(account.component()).getLedger().setLedger(new BrokenLedger(false));
        Exchange out = handOver(SEND, "order-1", "canary");
        assertThat(out.getException()).isInstanceOfSatisfying(CliqtelUnavailableException.class, failure -> {
            assertThat(failure.getCode()).isEqualTo(ErrorCode.LEDGER_UNAVAILABLE);
            assertThat(failure.getOutcome()).isEqualTo(Outcome.NOT_SENT);
        });
        assertThat(account.simulator().calls()).isEmpty();
    }

    @Test
    void whatWasSentIsSentAlsoWhenTheLedgerCannotNoteIt() {
        setUp(account.component()).getLedger().setLedger(new BrokenLedger(true));
        Exchange out = handOver(SEND, "order-1", "canary");
        assertThat(out.getException()).isNull();
        assertThat(out.getMessage().getBody(Sms.class).id()).isEqualTo(42);
    }

    @Test
    void ledgerAndLimiterAreBeansNamedInAUriOrAProperty() {
        setUp(account.component());
        MemoryLedger ledger = new MemoryLedger();
        AtomicInteger asked = new AtomicInteger();
        RateLimiter limiter = request -> {
            asked.incrementAndGet();
            return PermitTicket.of(CompletableFuture.completedFuture(observed -> {}));
        };
        account.context().getRegistry().bind("ours", ledger);
        account.context().getRegistry().bind("shared", RateLimiter.class, limiter);
        PropertyBindingSupport.bindProperties(
                account.context(), account.component(), new HashMap<>(Map.of("rateLimiter", "#bean:shared")));
        handOver(SEND + "&ledger=#ours", "order-1", "canary");
        assertThat(handOver(SEND + "&ledger=#ours&maxRetries=1", "order-1", "canary")
                        .getMessage()
                        .getHeader(CliqtelConstants.DUPLICATE))
                .isEqualTo(true);
        assertThat(asked).hasValue(2);
        assertThat(ledger.toString()).doesNotContain("[0");
    }

    @Test
    void overARepositoryOfCamelsItIsOnceTooAndWhatWasLeftInWorkIsNotSentAgain() {
        MemoryIdempotentRepository repository = new MemoryIdempotentRepository();
        setUp(account.component()).getLedger().setLedger(new IdempotentRepositoryLedger(repository));
        assertThat(handOver(SEND, "order-1", "canary").getException()).isNull();
        assertThat(handOver(SEND, "order-1", "canary").getMessage().getHeader(CliqtelConstants.DUPLICATE))
                .isEqualTo(true);
        // as after a restart: the repository knows that the key was claimed, and no more
        repository.getCache().keySet().stream()
                .filter(key -> key.contains("done:send:"))
                .toList()
                .forEach(done -> {
                    repository.remove(done);
                    repository.add(done.replace("done:", "claimed:"));
                });
        account.component().getLedger().setLedger(new IdempotentRepositoryLedger(repository));
        Exchange after = handOver(SEND + "&maxWait=20s", "order-1", "canary");
        assertThat(posts()).isEqualTo(1);
        assertThat(after.getException()).isInstanceOf(CliqtelUnavailableException.class);
    }

    @Test
    void handedOverThreeTimesToTwoContextsThatShareALedgerThereIsOnePostAKey() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + folder.resolve("ledger"));
        Ledger ledger = new JdbcLedger(database);
        setUp(account.component()).getLedger().setLedger(ledger);
        int keys = 40;
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try (CamelContext other = TestAccount.contextFor(account.simulator())) {
            setUp(other.getComponent("cliqtel", CliqtelComponent.class))
                    .getLedger()
                    .setLedger(new JdbcLedger(database));
            other.start();
            account.context().start();
            List<CamelContext> contexts = List.of(account.context(), other);
            List<CompletableFuture<Exchange>> all = IntStream.range(0, keys * 3)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> contexts.get((i / keys + i) % 2)
                                    .createFluentProducerTemplate()
                                    .to(SEND)
                                    .withBody("canary " + i % keys)
                                    .withHeader(CliqtelConstants.IDEMPOTENCY_KEY, "order-" + i % keys)
                                    .request(Exchange.class),
                            callers))
                    .toList();
            List<Exchange> ended = all.stream().map(CompletableFuture::join).toList();
            assertThat(posts()).isEqualTo(keys);
            assertThat(account.simulator().messages())
                    .extracting(message -> message.body())
                    .doesNotHaveDuplicates()
                    .hasSize(keys);
            // each is answered with the message, or told that it is in progress
            assertThat(ended).allSatisfy(out -> assertThat(Optional.ofNullable(out.getException())
                            .map(failure -> ((CliqtelException) failure).getCode()))
                    .isIn(Optional.empty(), Optional.of(ErrorCode.IN_PROGRESS)));
            assertThat(Stream.of("order-0", "order-39")
                            .map(key -> handOver(SEND, key, "canary " + key.substring(6)))
                            .map(out -> out.getMessage().getHeader(CliqtelConstants.DUPLICATE)))
                    .containsOnly(true);
        } finally {
            callers.shutdown();
        }
    }

    /** A ledger that answers its first take when it is told to. */
    private static final class Slow extends ForwardingLedger {

        private final Semaphore frozen = new Semaphore(0);
        private final AtomicBoolean first = new AtomicBoolean(true);

        @Override
        public Claim take(Hold hold, Duration lease, String record, String likeness) {
            Claim claim = super.take(hold, lease, record, likeness);
            if (first.getAndSet(false)) {
                frozen.acquireUninterruptibly();
            }
            return claim;
        }
    }

    /** A ledger that doesn't work, or that can only take entries. */
    private static final class BrokenLedger implements Ledger {

        private final boolean takes;

        BrokenLedger(boolean takes) {
            this.takes = takes;
        }

        @Override
        public Claim take(Hold hold, Duration lease, String record, String likeness) {
            if (takes) {
                return Claim.NEW;
            }
            throw broken();
        }

        @Override
        public boolean renew(Hold hold, Duration lease, String record) {
            throw broken();
        }

        @Override
        public boolean keep(Hold hold, String record) {
            throw broken();
        }

        @Override
        public void free(Hold hold) {
            throw broken();
        }

        @Override
        public Closing close(Hold hold, String record, String message) {
            throw broken();
        }

        @Override
        public boolean own(String key, String message) {
            throw broken();
        }

        @Override
        public Owners find(Collection<String> messages, String likeness) {
            throw broken();
        }

        @Override
        public Optional<String> position(String name) {
            if (takes) {
                return Optional.empty();
            }
            throw broken();
        }

        @Override
        public void position(String name, String value) {
            if (!takes) {
                throw broken();
            }
        }

        private static LedgerException broken() {
            return new LedgerException("a test's ledger doesn't work", null);
        }
    }
}
