/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.client.IncompleteListException;
import com.cliqtel.camel.client.ServerClock;
import com.cliqtel.camel.client.TimedWaits;
import com.cliqtel.camel.error.Causes;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.ledger.Owners;
import com.cliqtel.camel.model.Sms;

/** Looks for SMS without an answer among the account's messages, and takes the one that it finds. Thread-safe. */
final class Reconciler {

    // the ledger knows that a message belongs to a send, and not to which
    private static final String UNKNOWN = "";

    private final SearchListing listing;
    private final ServerClock clock;
    private final TimedWaits waits;
    private final SendLedger ledger;

    Reconciler(SearchListing listing, ServerClock clock, TimedWaits waits, SendLedger ledger) {
        this.listing = listing;
        this.clock = clock;
        this.waits = waits;
        this.ledger = ledger;
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
        SearchResult exact = taken(search.exact(messages, since), search);
        if (!(exact instanceof SearchResult.NotFound)) {
            return exact;
        }
        SearchResult probable = taken(search.probable(messages, since), search);
        if (probable instanceof SearchResult.Found found) {
            ledger.incidents().takenAsProbable(found.sms().id());
        }
        return probable instanceof SearchResult.NotFound
                ? notAnothers(search.possible(messages, since, search.earliest(clock)), search)
                : probable;
    }

    /** Returns contested if one of these messages isn't known to belong to another send. */
    private SearchResult notAnothers(List<Sms> candidates, MessageSearch search) {
        Map<String, String> owners =
                candidates.isEmpty() ? Map.of() : owners(candidates, search).byMessage();
        boolean open = candidates.stream()
                .map(candidate -> owners.getOrDefault(message(candidate), UNKNOWN))
                .anyMatch(owner ->
                        owner.equals(UNKNOWN) || owner.equals(search.owner().name()));
        return open ? new SearchResult.Contested() : new SearchResult.NotFound();
    }

    /** Takes the first message that belongs to no other send and leaves enough messages for other open sends. */
    private SearchResult taken(List<Sms> candidates, MessageSearch search) {
        if (candidates.isEmpty()) {
            return new SearchResult.NotFound();
        }
        Owners owners = owners(candidates, search);
        String own = search.owner().name();
        Optional<Sms> mine = candidates.stream()
                .filter(candidate -> own.equals(owners.byMessage().get(message(candidate))))
                .findFirst();
        if (mine.isPresent()) {
            return new SearchResult.Found(mine.get());
        }
        List<Sms> free = candidates.stream()
                .filter(candidate -> !owners.byMessage().containsKey(message(candidate)))
                .toList();
        if (free.size() > owners.open().size()) {
            return took(free.get(0), candidates, search);
        }
        // a message that is left to another send may belong to it or to this one, and so may one with an unknown owner
        return free.isEmpty() && !owners.byMessage().containsValue(UNKNOWN)
                ? new SearchResult.NotFound()
                : new SearchResult.Contested();
    }

    private SearchResult took(Sms first, List<Sms> candidates, MessageSearch search) {
        return switch (search.owner().became(first.id())) {
            case CLOSED -> new SearchResult.Found(first);
            case LOST -> new SearchResult.Lost();
            // another send has taken it since its owner was looked up
            case MESSAGE_TAKEN ->
                taken(candidates.stream().filter(other -> other != first).toList(), search);
        };
    }

    private Owners owners(List<Sms> candidates, MessageSearch search) {
        return ledger.owners(candidates, search.sms().likeness(), search.owner().name(), now());
    }

    private String message(Sms sms) {
        return ledger.claims().messageOf(sms.id());
    }

    private Instant now() {
        return clock.now();
    }
}
