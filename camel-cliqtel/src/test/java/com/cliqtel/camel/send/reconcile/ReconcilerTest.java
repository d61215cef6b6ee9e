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
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
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
    private final Reconciler reconciler;

    ReconcilerTest(@CliqtelSimulator(limits = CliqtelSimulator.Limits.NONE) Simulator simulator) {
        this.simulator = simulator;
        this.open = new SimulatorConnection(simulator);
        this.listing = new SearchListing(
                new CompleteList(open.api()), open.line().clock(), open.line().waits());
        this.reconciler = new Reconciler(
                listing, open.line().clock(), open.line().waits(), new SendLedger(claims, givenUp, null, heard));
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
                fingerprint(TEXT), new UnsettledSend(new FirstAttemptTime.Here(began), began, Outcome.UNKNOWN), "me");
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
        assertThat(claims.reserve(id, "you")).as("whose it is").isEqualTo(new Claim(Claim.State.DONE, "me"));
    }

    private long lists() {
        return simulator.calls().stream()
                .filter(call -> call.method().equals("GET"))
                .count();
    }

    private boolean isFree(long id) {
        return claims.reserve(id, "you").state() == Claim.State.NEW;
    }

    @Test
    void takesTheFirstUnclaimedMessageAndLeavesTheOthersFree() {
        long first = sent(TEXT);
        long second = sent(TEXT);
        assertFound(first, findNow());
        assertThat(ledger.released).as("not his own, not for a moment").containsExactly("sms:account:" + second);
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
    void whatIsAnothersIsNotTakenAndNotWaitedFor() {
        claims.keep(sent(TEXT), "you");
        assertThat(findNow()).isEqualTo(new SearchResult.NotFound());
    }

    @Test
    void whatIsItsOwnFromBeforeIsTakenAndTheOthersAreLetGo() {
        long others = sent(TEXT);
        long own = sent(TEXT);
        claims.keep(own, "me");
        assertFound(own, findNow());
        assertThat(isFree(others)).isTrue();
    }

    @Test
    void whatItHadReservedBeforeItWasKilledIsStillItsOwn() {
        long id = sent(TEXT);
        claims.reserve(id, "me");
        assertFound(id, findNow());
    }

    @Test
    void aMessageThatAnotherNodeChecksIsContestedUnlessAnotherIsFree() {
        long reserved = sent(TEXT);
        claims.reserve(reserved, "you");
        assertThat(findNow()).isEqualTo(new SearchResult.Contested());
        assertFound(sent(TEXT), findNow());
    }

    @Test
    void doneKeyWithoutARecordMayBelongToAnotherSend() {
        long id = sent(TEXT);
        ledger.done("sms:account:" + id, "");
        assertThat(findNow()).isEqualTo(new SearchResult.Contested());
    }

    @Test
    void leavesAsManyMessagesAsOtherSendsMayNeed() {
        givenUp.add(search().sms().likeness(), "you", began);
        long first = sent(TEXT);
        assertThat(findNow()).isEqualTo(new SearchResult.Contested());
        assertThat(isFree(first)).as("what was left to others").isTrue();
        claims.letGo(first);
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
