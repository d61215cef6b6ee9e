/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.cliqtel.camel.client.CompleteList;
import com.cliqtel.camel.client.SimulatorConnection;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.fixture.ForwardingLedger;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.ledger.idempotent.IdempotentRepositoryLedger;
import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.send.reconcile.SendOrders.TEXT;
import static com.cliqtel.camel.send.reconcile.SendOrders.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;

/** Which message a search takes, and whose it is then; over HTTP, with no Camel. */
class ReconcilerTest {

    private final Instant began = Instant.now();
    private final Simulator simulator;
    private final SimulatorConnection open;
    private final FaultyLedger ledger = new FaultyLedger();
    private final RecordedIncidents heard = new RecordedIncidents();
    private final SendClaims claims = new SendClaims(ledger, "account", heard);
    private final AbandonedSends givenUp = new AbandonedSends();
    private final SearchListing listing;
    private final SendLedger sends;
    private final Reconciler reconciler;

    ReconcilerTest(@CliqtelSimulator(limits = CliqtelSimulator.Limits.NONE) Simulator simulator) {
        this.simulator = simulator;
        this.open = new SimulatorConnection(simulator);
        this.listing = new SearchListing(
                new CompleteList(open.api()), open.line().clock(), open.line().waits());
        this.sends = new SendLedger(claims, givenUp, null, heard);
        this.reconciler =
                new Reconciler(listing, open.line().clock(), open.line().waits(), sends);
    }

    @AfterEach
    void close() throws IOException {
        open.close();
    }

    private long sent(String text) {
        return open.api()
                .send(SendOrders.submission(text), open.api().newBudget())
                .join()
                .value()
                .id();
    }

    private MessageSearch search() {
        return new MessageSearch(
                fingerprint(TEXT), new UnsettledSend(new FirstAttemptTime.Here(began), began, Outcome.UNKNOWN), me());
    }

    private MessageOwner me() {
        return new MessageOwner.WithoutKey(claims, "me");
    }

    private SearchResult find(Instant... looks) {
        return reconciler
                .find(search(), List.of(looks))
                .orTimeout(1, TimeUnit.MINUTES)
                .join();
    }

    private SearchResult findNow() {
        return find(began);
    }

    private void assertFound(long id, SearchResult finding) {
        assertThat(finding).isInstanceOfSatisfying(SearchResult.Found.class, found -> assertThat(
                        found.sms().id())
                .isEqualTo(id));
        assertThat(claims.own("me", id))
                .as("it is noted as the message of the search")
                .isTrue();
        assertThat(claims.own("you", id)).isFalse();
    }

    private long lists() {
        return simulator.calls().stream()
                .filter(call -> call.method().equals("GET"))
                .count();
    }

    private boolean isFree(long id) {
        String message = claims.messageOf(id);
        return !ledger.find(List.of(message), null).byMessage().containsKey(message);
    }

    @Test
    void takesTheFirstFreeMessageAndLeavesTheOthersFree() {
        long first = sent(TEXT);
        long second = sent(TEXT);
        assertFound(first, findNow());
        assertThat(isFree(second)).isTrue();
    }

    @Test
    void looksOnceForAllTimesThatHavePassedAndNoMoreOnceItIsFound() {
        sent(TEXT);
        Instant never = began.plus(Duration.ofDays(1));
        assertThat(find(began.minusSeconds(9), began.minusSeconds(5), began, never))
                .isInstanceOf(SearchResult.Found.class);
        assertThat(lists()).isEqualTo(1);
    }

    @Test
    void looksAgainAtEachTimeToComeAndNotBefore() {
        Instant second = Instant.now().plusMillis(150);
        Instant third = second.plusMillis(150);
        assertThat(find(began, second, third)).isEqualTo(new SearchResult.NotFound());
        assertThat(Instant.now()).isAfterOrEqualTo(third);
        assertThat(lists()).as("the last of all messages too").isEqualTo(4);
    }

    @Test
    void doesNotLookBeforeTheFirstTimeHasCome() {
        Instant first = Instant.now().plusMillis(150);
        find(first);
        assertThat(simulator.calls().get(0).at()).isAfterOrEqualTo(first);
    }

    @Test
    void aMessageOfAnotherSendIsNotTakenAndNotWaitedFor() {
        claims.own("you", sent(TEXT));
        assertThat(findNow()).isEqualTo(new SearchResult.NotFound());
    }

    @Test
    void itsOwnMessageIsFoundAgainAndTheOthersStayFree() {
        long others = sent(TEXT);
        long own = sent(TEXT);
        claims.own("me", own);
        assertFound(own, findNow());
        assertThat(isFree(others)).isTrue();
    }

    @Test
    void aMessageThatAnotherNodesOpenSendMayOwnIsContestedUnlessThereAreTwo() {
        long first = sent(TEXT);
        claims.take(
                Hold.of("send:you"),
                Duration.ofMinutes(1),
                new SendRecord.Open(new FirstAttemptTime.Here(began), SendRecord.sms(fingerprint(TEXT))),
                fingerprint(TEXT).likeness());
        assertThat(findNow()).isEqualTo(new SearchResult.Contested());
        assertThat(isFree(first)).isTrue();
        sent(TEXT);
        assertFound(first, findNow());
    }

    @Test
    void anOpenSendOfThisProcessThatHasNotLeftOwnsNoMessage() {
        long id = sent(TEXT);
        Hold waiting = Hold.of("send:waiting");
        claims.take(
                waiting,
                Duration.ofMinutes(1),
                new SendRecord.Open(new FirstAttemptTime.Here(began), SendRecord.sms(fingerprint(TEXT))),
                fingerprint(TEXT).likeness());
        sends.waiting().add(waiting.key());
        assertFound(id, findNow());
    }

    @Test
    void aMessageThatAnotherSendTakesInBetweenIsLeftToIt() {
        long first = sent(TEXT);
        long second = sent(TEXT);
        MessageOwner slow = new MessageOwner.WithoutKey(
                new SendClaims(
                        new ForwardingLedger(ledger) {
                            @Override
                            public boolean own(String key, String message) {
                                claims.own("you", first);
                                return super.own(key, message);
                            }
                        },
                        "account",
                        heard),
                "me");
        MessageSearch search = new MessageSearch(search().sms(), search().unsettled(), slow);
        assertFound(
                second,
                reconciler
                        .find(search, List.of(began))
                        .orTimeout(1, TimeUnit.MINUTES)
                        .join());
    }

    @Test
    void aMessageWithAnUnknownOwnerMayBelongToAnotherSend() {
        long id = sent(TEXT);
        MemoryIdempotentRepository repository = new MemoryIdempotentRepository();
        repository.start();
        new SendClaims(new IdempotentRepositoryLedger(repository), "account", heard).own("you", id);
        SendClaims restarted = new SendClaims(new IdempotentRepositoryLedger(repository), "account", heard);
        Reconciler without = new Reconciler(
                listing, open.line().clock(), open.line().waits(), new SendLedger(restarted, givenUp, null, heard));
        assertThat(without.find(search(), List.of(began)).orTimeout(1, TimeUnit.MINUTES))
                .isCompletedWithValueMatching(new SearchResult.Contested()::equals);
    }

    @Test
    void leavesAsManyMessagesAsOtherSendsMayNeed() {
        givenUp.add(search().sms().likeness(), "you", began);
        long first = sent(TEXT);
        assertThat(findNow()).isEqualTo(new SearchResult.Contested());
        assertThat(isFree(first)).as("what was left to others").isTrue();
        sent(TEXT);
        assertFound(first, findNow());
    }

    @Test
    void itLeavesNothingToItselfThoughItHasGivenUpBefore() {
        givenUp.add(search().sms().likeness(), "me", began);
        assertFound(sent(TEXT), findNow());
    }

    @Test
    void aSimilarTextIsTakenWithAWarningIfNoneIsEqual() {
        long probable = sent(" " + TEXT + "\r\n");
        assertFound(probable, findNow());
        assertThat(heard.probable).containsExactly(probable);
    }

    @Test
    void theSameTextIsTakenBeforeOneThatDiffersALittle() {
        sent(" " + TEXT);
        assertFound(sent(TEXT), findNow());
        assertThat(heard.probable).isEmpty();
    }

    @Test
    void assignsNoMessageWithoutTheLedger() {
        sent(TEXT);
        ledger.failing = true;
        assertThat(findNow()).isInstanceOfSatisfying(SearchResult.NotSeen.class, blind -> assertThat(blind.why())
                .isInstanceOf(LedgerException.class));
    }

    @Test
    void aListThatCannotBeHadShowsNothing() {
        simulator.faults().add(FaultRule.calls(Fault.beforeAcceptance(Symptom.status(401))));
        assertThat(findNow()).isInstanceOfSatisfying(SearchResult.NotSeen.class, blind -> assertThat(blind.why())
                .hasRootCauseInstanceOf(CliqtelRejectedException.class));
    }

    private void listSays(String... data) {
        String json = "{\"data\":[" + String.join(",", data) + "],\"meta\":{\"total\":" + (data.length + 1)
                + ",\"page\":1,\"per_page\":100,\"total_pages\":1}}";
        simulator
                .faults()
                .add(FaultRule.calls(Fault.beforeAcceptance(Symptom.status(200).json(json))));
    }

    @Test
    void whatAPartOfAListShowsIsThereAndWhatItDoesNotShowMayBeToo() {
        listSays("{\"id\":7,\"from\":\"+16625163513\",\"to\":\"+31612345678\",\"body\":\"canary text\","
                + "\"created_at\":\"2100-01-01T00:00:00Z\"}");
        assertFound(7, findNow());
        simulator.faults().clear();
        listSays();
        assertThat(Stream.of(findNow())).hasOnlyElementsOfType(SearchResult.NotSeen.class);
    }

    @Test
    void whileManyAreOpenTheyShareAListOfAllFromTheirSender() {
        long id = sent(TEXT);
        Stream.generate(() -> listing).limit(5).forEach(SearchListing::enter);
        assertFound(id, findNow());
        assertThat(lastQuery()).as("with five others").doesNotContain("to=");
        listing.leave();
        assertFound(id, findNow());
        assertThat(lastQuery()).as("with four others").contains("to=");
    }

    private String lastQuery() {
        return simulator.calls().get(simulator.calls().size() - 1).query();
    }
}
