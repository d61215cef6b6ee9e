/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

import com.cliqtel.camel.client.CliqtelApi;
import com.cliqtel.camel.client.FutureContinuation;
import com.cliqtel.camel.client.ServerClock;
import com.cliqtel.camel.client.TimedWaits;
import com.cliqtel.camel.client.WaitBudget;
import com.cliqtel.camel.error.Causes;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.ledger.Closing;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.observe.Observer;
import com.cliqtel.camel.observe.WaitReason;
import com.cliqtel.camel.wire.Answer;
import com.cliqtel.camel.wire.RateLimits;

/** The attempts at one SMS: the first one and, if its outcome is unknown, a search and perhaps another attempt. */
final class SendAttempts {

    private final Means means;
    private final SendOrder order;
    private final MessageOwner owner;

    /**
     * The collaborators of the attempts.
     *
     * @param api makes the calls
     * @param reconciler searches the list of messages
     * @param ledger keep the results
     * @param clock the server's clock
     * @param settlement what to do about an unknown outcome
     */
    record Means(CliqtelApi api, Reconciler reconciler, SendLedger ledger, ServerClock clock, Settlement settlement) {}

    SendAttempts(Means means, SendOrder order, MessageOwner owner) {
        this.means = means;
        this.order = order;
        this.owner = owner;
    }

    /** Begins with a POST, or where it may have been sent already, by looking for it. */
    CompletableFuture<SentSms> from(Optional<UnsettledSend> earlier) {
        means.ledger().waiting().remove(owner.name());
        return earlier.map(known -> settle(known, null, 0)).orElseGet(() -> post(Optional.empty(), 0));
    }

    private CompletableFuture<SentSms> post(Optional<UnsettledSend> earlier, int resends) {
        FirstAttemptTime began = FirstAttemptTime.now(means.clock());
        return FutureContinuation.of(
                means.api().send(order.sms(), budget()),
                (answer, thrown) -> thrown == null
                        ? answered(answer, began, earlier, resends)
                        : afterwards(thrown, began, earlier, resends));
    }

    // another node may have taken over the key if this process was paused beyond its lease
    private WaitBudget budget() {
        return owner instanceof KeyHold held
                ? order.budget().whereRequestsLeaveOnlyWhile(held::isHeld)
                : order.budget();
    }

    private CompletableFuture<SentSms> answered(
            Answer<Sms> answer, FirstAttemptTime began, Optional<UnsettledSend> earlier, int resends) {
        Sms shown = answer.value();
        Closing closing = sms().isContradictedBy(shown) ? Closing.MESSAGE_TAKEN : became(shown.id());
        if (closing == Closing.LOST) {
            return CompletableFuture.failedFuture(SendFailures.inProgress());
        }
        if (closing == Closing.MESSAGE_TAKEN) {
            means.ledger().incidents().answeredWithAnother(shown.id());
            return afterwards(SendFailures.answeredWithAnother(), began, earlier, resends);
        }
        if (shown.createdAt() != null) {
            means.clock().accepted(shown.createdAt().toInstant(), began.instant(), now());
        }
        return CompletableFuture.completedFuture(sent(answer, SentSms.How.ANSWERED));
    }

    // the SMS was sent, so a failure to note it doesn't fail the send
    private Closing became(long id) {
        try {
            return owner.became(id);
        } catch (LedgerException unknown) {
            means.ledger().incidents().notNoted(unknown);
            return Closing.CLOSED;
        }
    }

    private CompletableFuture<SentSms> afterwards(
            Throwable failure, FirstAttemptTime began, Optional<UnsettledSend> earlier, int resends) {
        if (SendFailures.isWithheld(failure)) {
            return CompletableFuture.failedFuture(SendFailures.inProgress());
        }
        Outcome outcome = outcomeOf(failure);
        if (outcome == Outcome.NOT_SENT) {
            // the failure of this attempt doesn't show the outcome of the attempt before
            return earlier.map(before -> givenUp(before, "it was not found, and not sent again", failure))
                    .orElseGet(() -> CompletableFuture.failedFuture(failure));
        }
        UnsettledSend known = earlier.map(before -> before.again(now(), outcome))
                .orElseGet(() -> new UnsettledSend(began, now(), outcome));
        return settle(known, failure, resends);
    }

    // an exception of another type, such as an Error, may have occurred after the POST
    private static Outcome outcomeOf(Throwable failure) {
        return failure instanceof CliqtelException known ? known.getOutcome() : Outcome.UNKNOWN;
    }

    private CompletableFuture<SentSms> settle(UnsettledSend known, Throwable failure, int resends) {
        order.unsettled().remember(order, known, owner.name());
        Settlement settlement = means.settlement();
        if (settlement.unknownOutcome() == UnknownOutcome.FAIL) {
            return givenUp(known, "it was not looked for (unknownOutcome=fail)", failure);
        }
        if (!isOurs(() -> owner.renewToSearch(settlement.longestSettling(), known))) {
            return CompletableFuture.failedFuture(SendFailures.inProgress());
        }
        long began = System.nanoTime();
        return means.reconciler()
                .find(new MessageSearch(sms(), known, owner), settlement.looks(known.unknownSince()))
                .handle((finding, ended) -> {
                    observer().waited(WaitReason.SETTLING, System.nanoTime() - began);
                    return ended == null ? decide(finding, known, failure, resends) : ending(known, failure, ended);
                })
                .thenCompose(sent -> sent);
    }

    private CompletableFuture<SentSms> decide(
            SearchResult finding, UnsettledSend known, Throwable failure, int resends) {
        observer().searched(finding.result());
        if (finding instanceof SearchResult.Found found) {
            return CompletableFuture.completedFuture(
                    sent(new Answer<>(found.sms(), new RateLimits(null, null)), SentSms.How.RECONCILED));
        }
        if (finding instanceof SearchResult.NotSeen blind) {
            return givenUp(
                    known, "the list of messages can't be read", failure != null ? failure : Causes.of(blind.why()));
        }
        if (finding instanceof SearchResult.Lost) {
            return CompletableFuture.failedFuture(SendFailures.inProgress());
        }
        if (finding instanceof SearchResult.Contested) {
            return givenUp(known, "the list of messages shows one that may be this SMS or another one", failure);
        }
        if (!means.settlement().sendsAgain(known, resends)) {
            return givenUp(known, "the list of messages doesn't show it", failure);
        }
        return isOurs(() -> owner.renewToSend(means.settlement().lease(), known))
                ? post(Optional.of(known), resends + 1)
                : CompletableFuture.failedFuture(SendFailures.inProgress());
    }

    private CompletableFuture<SentSms> ending(UnsettledSend known, Throwable failure, Throwable ended) {
        return Causes.of(ended) instanceof TimedWaits.EndedException
                ? givenUp(known, "the component is stopping before it was looked for to the end", failure)
                : CompletableFuture.failedFuture(Causes.of(ended));
    }

    private CompletableFuture<SentSms> givenUp(UnsettledSend known, String what, Throwable failure) {
        means.ledger().abandoned().add(sms().likeness(), owner.name(), now());
        means.ledger().unknowns().add(UnknownEnd.of(order, owner.name(), known), what);
        CliqtelException unsettled = SendFailures.unsettled(order.sms().to(), known, what, failure);
        observer().endedUnknown(unsettled);
        return CompletableFuture.failedFuture(unsettled);
    }

    private SentSms sent(Answer<Sms> answer, SentSms.How how) {
        if (how == SentSms.How.ANSWERED) {
            observer().accepted(answer.value());
        } else {
            observer().reconciled(answer.value());
        }
        order.unsettled().forget(order);
        means.ledger().abandoned().remove(sms().likeness(), owner.name());
        means.ledger().unknowns().close(sms().likeness(), owner.name());
        return new SentSms(answer, how);
    }

    /** Returns whether this process still has the key. Returns false if the ledger fails, since another node may have it then. */
    private boolean isOurs(BooleanSupplier renewed) {
        try {
            return renewed.getAsBoolean();
        } catch (LedgerException unknown) {
            means.ledger().incidents().notNoted(unknown);
            return false;
        }
    }

    // made when it is needed, since many exchanges may wait
    private Fingerprint sms() {
        return order.fingerprint();
    }

    private Observer observer() {
        return order.budget().observer();
    }

    private Instant now() {
        return means.clock().now();
    }
}
