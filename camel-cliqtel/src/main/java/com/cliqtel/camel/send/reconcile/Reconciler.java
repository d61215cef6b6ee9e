/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.client.IncompleteListException;
import com.cliqtel.camel.client.ServerClock;
import com.cliqtel.camel.client.TimedWaits;
import com.cliqtel.camel.error.Causes;
import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.LeaseClock;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.model.Sms;

/** Looks for SMS without an answer among the account's messages, and claims what it finds. Thread-safe. */
final class Reconciler {

    private final SearchListing listing;
    private final ServerClock clock;
    private final TimedWaits waits;
    private final SendClaims claims;
    private final AbandonedSends abandoned;
    private final SendIncidents incidents;

    Reconciler(SearchListing listing, ServerClock clock, TimedWaits waits, SendLedger ledger) {
        this.listing = listing;
        this.clock = clock;
        this.waits = waits;
        this.claims = ledger.claims();
        this.abandoned = ledger.abandoned();
        this.incidents = ledger.incidents();
    }

    /**
     * Looks at these times until the message is found. Times that have passed are one look now. The last look reads all
     * messages, since the server may show the recipient or the sender in another spelling.
     *
     * @param looks the times of the looks, by {@link ServerClock#now()}
     * @return fails with {@link TimedWaits.EndedException} when the component stops
     */
    CompletableFuture<SearchResult> find(MessageSearch search, List<Instant> looks) {
        listing.enter();
        return look(search, looks).whenComplete((finding, failure) -> listing.leave());
    }

    private CompletableFuture<SearchResult> look(MessageSearch search, List<Instant> looks) {
        Instant now = now();
        List<Instant> left = looks;
        while (left.size() > 1 && !left.get(1).isAfter(now)) {
            left = left.subList(1, left.size());
        }
        List<Instant> later = left.subList(1, left.size());
        return until(left.get(0), now)
                .thenCompose(passed -> later.isEmpty() ? lastly(search) : once(listing.around(search), search))
                .thenCompose(finding -> finding instanceof SearchResult.Found || later.isEmpty()
                        ? CompletableFuture.completedFuture(finding)
                        : look(search, later));
    }

    private CompletableFuture<SearchResult> lastly(MessageSearch search) {
        boolean shared = listing.isShared();
        CompletableFuture<Collection<Sms>> listed = shared ? listing.shared(search) : listing.toRecipient(search);
        // an SMS that is never sent again needs no proof that it is missing
        boolean enough = shared || !search.unsettled().isSaid();
        return once(listed, search)
                .thenCompose(finding -> !enough && finding instanceof SearchResult.NotFound
                        ? once(listing.all(search), search)
                        : CompletableFuture.completedFuture(finding));
    }

    private CompletableFuture<Void> until(Instant then, Instant now) {
        return then.isAfter(now) ? waits.pass(Duration.between(now, then)) : CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<SearchResult> once(CompletableFuture<Collection<Sms>> listed, MessageSearch search) {
        return listed.handle((messages, failure) -> {
            try {
                return failure == null ? among(messages, search) : amongPart(failure, search);
            } catch (LedgerException unknownWhose) {
                return new SearchResult.NotSeen(unknownWhose);
            }
        });
    }

    // the messages that the list shows exist; others may exist too
    private SearchResult amongPart(Throwable failure, MessageSearch search) {
        SearchResult shown = Causes.of(failure) instanceof IncompleteListException part
                ? among(part.shown(), search)
                : new SearchResult.NotFound();
        return shown instanceof SearchResult.NotFound ? new SearchResult.NotSeen(failure) : shown;
    }

    private SearchResult among(Collection<Sms> messages, MessageSearch search) {
        Instant since = search.since(clock);
        SearchResult exact = claimed(search.exact(messages, since), search);
        if (!(exact instanceof SearchResult.NotFound)) {
            return exact;
        }
        SearchResult probable = claimed(search.probable(messages, since), search);
        if (probable instanceof SearchResult.Found found) {
            incidents.takenAsProbable(found.sms().id());
        }
        return probable instanceof SearchResult.NotFound
                ? notAnothers(search.possible(messages, since, search.earliest(clock)), search)
                : probable;
    }

    /** Returns contested if one of these messages isn't known to belong to another send. */
    private SearchResult notAnothers(List<Sms> candidates, MessageSearch search) {
        boolean open = false;
        for (Sms candidate : candidates) {
            long asked = LeaseClock.SYSTEM.getAsLong();
            Claim claim = claims.reserve(candidate.id(), search.owner());
            boolean anothers = claim.state() == Claim.State.DONE
                    && !claim.record().isEmpty()
                    && !claim.record().equals(search.owner());
            boolean reserved = claim.state() == Claim.State.NEW || claim.state() == Claim.State.EXPIRED;
            if (reserved && !claims.isReservationOver(asked)) {
                claims.letGo(candidate.id());
            }
            open |= !anothers;
        }
        return open ? new SearchResult.Contested() : new SearchResult.NotFound();
    }

    /** Claims the first message that belongs to no other send and leaves enough messages for other open sends. */
    private SearchResult claimed(List<Sms> candidates, MessageSearch search) {
        long asked = LeaseClock.SYSTEM.getAsLong();
        List<Sms> free = new ArrayList<>();
        boolean contested = false;
        for (Sms candidate : candidates) {
            Claim claim = claims.reserve(candidate.id(), search.owner());
            boolean mine = claim.record().equals(search.owner());
            if (claim.state() == Claim.State.DONE && mine) {
                free.forEach(other -> claims.letGo(other.id()));
                return new SearchResult.Found(candidate);
            }
            // a ledger without records doesn't know the owner
            boolean anybodys =
                    claim.state() == Claim.State.DONE && claim.record().isEmpty();
            if (anybodys || claim.state() == Claim.State.IN_PROGRESS && !mine) {
                contested = true;
            } else if (claim.state() != Claim.State.DONE) {
                free.add(candidate);
            }
        }
        if (claims.isReservationOver(asked)) {
            // this process was paused in between, so another node may have reserved them
            return claimed(candidates, search);
        }
        return chosen(free, search)
                .<SearchResult>map(SearchResult.Found::new)
                // a message that is left to an earlier send may belong to it or to this one
                .orElse(contested || !free.isEmpty() ? new SearchResult.Contested() : new SearchResult.NotFound());
    }

    private Optional<Sms> chosen(List<Sms> free, MessageSearch search) {
        int others = abandoned.others(search.sms().likeness(), search.owner(), now());
        Optional<Sms> mine = free.stream().findFirst().filter(first -> free.size() > others);
        free.stream().filter(sms -> mine.filter(sms::equals).isEmpty()).forEach(sms -> claims.letGo(sms.id()));
        mine.ifPresent(sms -> claims.keep(sms.id(), search.owner()));
        return mine;
    }

    private Instant now() {
        return clock.now();
    }
}
