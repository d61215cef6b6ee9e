/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import com.cliqtel.camel.client.SimulatorConnection;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.fixture.ForwardingLedger;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Closing;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import com.cliqtel.camel.text.MessageText;
import com.cliqtel.camel.text.PhoneNumber;
import com.cliqtel.camel.wire.Sender;
import com.cliqtel.camel.wire.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** One reader's news, each once; over HTTP, with no Camel. */
class InboxTest {

    private static final InboxTopic INBOUND = new InboxTopic.Inbound(null);
    private static final String NAME = "inbound:account:all";
    private static final String CUSTOMER = "+31687654321";
    private static final String OURS = "+16625163513";

    private final Simulator simulator;
    private final SimulatorConnection open;
    private final List<String> heard = new ArrayList<>();

    InboxTest(@CliqtelSimulator(limits = CliqtelSimulator.Limits.NONE) Simulator simulator) {
        this.simulator = simulator;
        this.open = new SimulatorConnection(simulator);
    }

    @AfterEach
    void close() throws IOException {
        open.close();
    }

    private final class Heard implements InboxIncidents {
        @Override
        public void hidden(int shown, int total) {
            heard.add("hidden " + shown + " of " + total);
        }

        @Override
        public void unreadable(long id) {
            heard.add("unreadable " + id);
        }

        @Override
        public void gaveUp(int messages) {
            heard.add("gave up " + messages);
        }

        @Override
        public void leftOut(long changes, long total) {
            heard.add("left out " + changes + " of " + total);
        }

        @Override
        public void notNoted(LedgerException failure) {
            heard.add("not noted");
        }
    }

    private Inbox inbox(InboxTopic topic, Ledger ledger) {
        return inbox(topic, ledger, new StartPoint.Beginning(), 3);
    }

    private Inbox inbox(Ledger ledger, StartPoint startFrom, int maxDeliveryAttempts) {
        return inbox(INBOUND, ledger, startFrom, maxDeliveryAttempts);
    }

    private Inbox inbox(InboxTopic topic, Ledger ledger, StartPoint startFrom, int maxDeliveryAttempts) {
        return new Inbox(
                new MessageSource(open.api(), open.line().clock()),
                topic,
                new InboxSettings(startFrom, Duration.ofMinutes(2), maxDeliveryAttempts, Duration.ZERO),
                new InboxLedger(ledger, "account"),
                new Heard());
    }

    private Inbox all(Ledger ledger) {
        return inbox(ledger, new StartPoint.Beginning(), 3);
    }

    private long receive(String text) {
        return simulator.receive(CUSTOMER, OURS, text).id();
    }

    private long receive(Duration ago) {
        return simulator.receive(CUSTOMER, OURS, "canary", ago).id();
    }

    private static List<Long> deliver(Inbox inbox) {
        inbox.refill();
        List<Long> delivered = new ArrayList<>();
        for (Optional<NewMessage> news = inbox.next(); news.isPresent(); news = inbox.next()) {
            delivered.add(news.get().id());
            inbox.done(news.get());
        }
        inbox.save();
        return delivered;
    }

    @Test
    void deliversEachMessageOnceOldestFirst() {
        Inbox inbox = all(new MemoryLedger());
        long second = receive(Duration.ofSeconds(10));
        long first = receive(Duration.ofSeconds(20));
        assertThat(inbox.refill()).isEqualTo(2);
        assertThat(deliver(inbox)).containsExactly(first, second);
        assertThat(deliver(inbox)).isEmpty();
        long third = receive("canary");
        assertThat(deliver(inbox)).containsExactly(third);
    }

    @Test
    void readsNothingWhileMessagesAreBuffered() {
        Inbox inbox = all(new MemoryLedger());
        receive("canary");
        inbox.refill();
        int calls = simulator.calls().size();
        assertThat(inbox.refill()).isEqualTo(1);
        assertThat(simulator.calls()).hasSize(calls);
    }

    @Test
    void goesOnWhereAnotherOfItsNameHasBeen() {
        Ledger ledger = new MemoryLedger();
        long first = receive("canary");
        assertThat(deliver(all(ledger))).containsExactly(first);
        long second = receive("canary");
        assertThat(deliver(all(ledger))).containsExactly(second);
    }

    @Test
    void twoNodesShareThem() {
        Ledger ledger = new MemoryLedger();
        Inbox one = all(ledger);
        Inbox other = all(ledger);
        Stream.of("a", "b").forEach(this::receive);
        one.refill();
        other.refill();
        NewMessage first = one.next().orElseThrow();
        NewMessage second = other.next().orElseThrow();
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(one.next()).isEmpty();
        assertThat(other.next()).isEmpty();
        other.done(second);
        assertThat(deliver(one)).as("what the other has told").isEmpty();
        assertThat(one.refill()).as("known by now to have been told").isZero();
    }

    @Test
    void aMessageThatFailsOnAnotherNodeIsOfferedHere() {
        Ledger ledger = new MemoryLedger();
        Inbox one = all(ledger);
        Inbox other = all(ledger);
        long id = receive("canary");
        other.refill();
        NewMessage news = other.next().orElseThrow();
        assertThat(deliver(one)).as("the other's now").isEmpty();
        other.failed(news);
        assertThat(deliver(one)).containsExactly(id);
    }

    @Test
    void whatFailsIsOfferedAgainUntilItWasOfferedOftenEnough() {
        Ledger ledger = new MemoryLedger();
        Inbox inbox = inbox(ledger, new StartPoint.Beginning(), 2);
        long id = receive("canary");
        inbox.refill();
        assertThat(inbox.failed(inbox.next().orElseThrow())).isFalse();
        inbox.refill();
        NewMessage again = inbox.next().orElseThrow();
        assertThat(again.id()).isEqualTo(id);
        assertThat(inbox.failed(again)).isTrue();
        assertThat(deliver(inbox)).isEmpty();
        assertThat(ledger.take(Hold.of(NAME + ":" + id), Duration.ofSeconds(1)).state())
                .isEqualTo(Claim.State.CLOSED);
    }

    @Test
    void whatIsGivenBackIsOfferedAgainAndCountsAsNoFailure() {
        Inbox inbox = inbox(new MemoryLedger(), new StartPoint.Beginning(), 1);
        long id = receive("canary");
        inbox.giveBack(inbox.one().orElseThrow());
        assertThat(inbox.one().orElseThrow().id()).isEqualTo(id);
        assertThat(inbox.one()).isEmpty();
    }

    @Test
    void startFromNowDeliversNoEarlierMessages() {
        receive(Duration.ofMinutes(1));
        Inbox inbox = inbox(new MemoryLedger(), new StartPoint.Now(), 1);
        assertThat(deliver(inbox)).isEmpty();
        long later = receive("canary");
        assertThat(deliver(inbox)).containsExactly(later);
    }

    @Test
    void startFromATimeDeliversLaterMessages() {
        receive(Duration.ofHours(2));
        long since = receive(Duration.ofMinutes(30));
        Instant start = Instant.now().minus(Duration.ofHours(1));
        assertThat(deliver(inbox(new MemoryLedger(), new StartPoint.Time(start), 1)))
                .containsExactly(since);
    }

    @Test
    void itsStartIsKeptAtOnce() {
        Ledger ledger = new MemoryLedger();
        Inbox inbox = all(ledger);
        assertThat(inbox).hasToString("Inbox[" + NAME + "]");
        inbox.save();
        assertThat(ledger.position(NAME)).as("before it was asked").isEmpty();
        inbox.refill();
        assertThat(ledger.position(NAME)).isPresent();
        assertThat(inbox.toString()).startsWith("Inbox[" + NAME + ", cursor=");
    }

    @Test
    void aPositionThatCannotBeReadIsNotTakenForNone() {
        Ledger ledger = new MemoryLedger();
        ledger.position(NAME, "nonsense");
        assertThatThrownBy(() -> all(ledger).refill())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the position " + NAME + " in the ledger cannot be read")
                .hasMessageContaining("Delete it there");
    }

    @Test
    void failedLedgerWriteIsReported() {
        Ledger forgetful = new ForwardingLedger() {
            @Override
            public Closing close(Hold hold, String record, String message) {
                throw new LedgerException("away", null);
            }

            @Override
            public void free(Hold hold) {
                throw new LedgerException("away", null);
            }
        };
        Inbox inbox = all(forgetful);
        receive("canary");
        inbox.done(inbox.one().orElseThrow());
        assertThat(heard).containsExactly("not noted");
        long returned = receive("canary");
        inbox.giveBack(inbox.one().orElseThrow());
        assertThat(heard).containsExactly("not noted", "not noted");
        assertThat(deliver(inbox)).as("this node still has it").containsExactly(returned);
        assertThat(deliver(all(forgetful))).as("no other node gets any").isEmpty();
    }

    @Test
    void renewsTheLeasesOfMessagesInDelivery() {
        AtomicLong nanos = new AtomicLong();
        Ledger ledger = MemoryLedger.withClock(10, nanos::get);
        Inbox inbox = all(ledger);
        long failing = receive("canary");
        NewMessage message = inbox.one().orElseThrow();
        for (int times = 0; times < 10; times++) {
            nanos.addAndGet(Inbox.RENEWAL.toNanos());
            inbox.renew();
            assertThat(deliver(all(ledger))).isEmpty();
        }
        assertThat(inbox.isDelivering()).isTrue();
        inbox.failed(message);
        assertThat(inbox.isDelivering()).isFalse();
        inbox.renew();
        assertThat(deliver(all(ledger))).containsExactly(failing);
        assertThat(heard).isEmpty();
    }

    @Test
    void aFailedRenewalIsReported() {
        Inbox inbox = all(new ForwardingLedger() {
            @Override
            public boolean renew(Hold hold, Duration lease, String record) {
                throw new IllegalStateException("canary: away");
            }
        });
        inbox.renew();
        assertThat(heard).isEmpty();
        receive("canary");
        inbox.one();
        inbox.renew();
        assertThat(heard).containsExactly("not noted");
    }

    @Test
    void aMessageInProgressIsNotOfferedAgain() {
        Inbox inbox = all(new MemoryLedger());
        receive("canary");
        inbox.refill();
        inbox.next();
        assertThat(inbox.refill()).isZero();
    }

    @Test
    void howFarItHasComeIsKeptWithEachOneAndAtMostASecondLaterWhenItHasEnded() {
        Ledger ledger = new MemoryLedger();
        Inbox inbox = all(ledger);
        receive("canary");
        NewMessage news = inbox.one().orElseThrow();
        String kept = ledger.position(NAME).orElseThrow();
        assertThat(kept).doesNotStartWith("1 - - ");
        long asked = System.nanoTime();
        await().until(() -> System.nanoTime() - asked > Duration.ofMillis(1_100).toNanos());
        inbox.done(news);
        assertThat(ledger.position(NAME).orElseThrow()).startsWith(kept).hasSizeGreaterThan(kept.length());
    }

    @Test
    void abandonedMessageIsReported() {
        Ledger ledger = new MemoryLedger();
        Instant now = Instant.now();
        InboxPosition.Delivered old =
                new InboxPosition.Delivered(now.minus(Duration.ofDays(4)).getEpochSecond(), "sent");
        ledger.position(
                "status:account:all",
                InboxPositionText.write(new InboxPosition(null, now.minusSeconds(60), now, Map.of(7L, old))));
        Inbox statuses = inbox(new InboxTopic.Statuses(null, Duration.ofDays(3), Set.of()), ledger);
        open.api()
                .send(
                        new Submission(
                                new Sender.Number(new PhoneNumber(OURS)),
                                new PhoneNumber(CUSTOMER),
                                new MessageText("canary"),
                                null),
                        open.api().newBudget())
                .join();
        statuses.refill();
        statuses.save();
        assertThat(heard).containsExactly("gave up 1");
    }

    @Test
    void anIncompleteListIsReportedAndReadAgain() {
        receive("canary");
        Inbox inbox = all(new MemoryLedger());
        String json = "{\"data\":[{\"id\":7,\"created_at\":\"" + Instant.now()
                + "\"}],\"meta\":{\"total\":2,\"page\":1,\"per_page\":100,\"total_pages\":1}}";
        simulator
                .faults()
                .add(FaultRule.calls(Fault.beforeAcceptance(Symptom.status(200).json(json))));
        assertThat(deliver(inbox)).containsExactly(7L);
        assertThat(heard).containsExactly("hidden 1 of 2");
        simulator.faults().clear();
        assertThat(deliver(inbox)).hasSize(1);
    }

    @Test
    void aRefusalIsTheReadersToSee() {
        simulator.faults().add(FaultRule.calls(Fault.beforeAcceptance(Symptom.status(401))));
        assertThatThrownBy(() -> all(new MemoryLedger()).refill()).isInstanceOf(CliqtelRejectedException.class);
        assertThatThrownBy(() -> new MessageSource(open.api(), open.line().clock()).get(1))
                .isInstanceOf(CliqtelRejectedException.class);
    }

    @Test
    void aMessageThatIsNotThereIsNone() {
        MessageSource source = new MessageSource(open.api(), open.line().clock());
        assertThat(source.get(4711)).isEmpty();
        long id = receive("canary");
        assertThat(source.get(id).orElseThrow().value().id()).isEqualTo(id);
    }
}
