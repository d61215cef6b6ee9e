/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.ErrorFacts;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.model.Answer;
import com.cliqtel.camel.model.Page;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.SmsQuery;

/**
 * All messages that match a query when it is asked, each once: every page is read, and all of them again where some went
 * meanwhile, so that others moved up a page and were missed. Thread-safe; each call reads anew.
 */
public final class WholeList {

    private static final int PER_PAGE = 100;
    private static final int MAX_READINGS = 3;
    // a page may repeat what came before when new messages push the list along; ten in a row are no list
    private static final int MAX_REPEATED = 10;
    // a million messages
    private static final int MAX_PAGES = 10_000;

    private final CliqtelApi api;

    public WholeList(CliqtelApi api) {
        this.api = api;
    }

    /** The messages by their ids, in the API's order; fails with {@link PartOfListException} where some stay hidden. */
    public CompletableFuture<Map<Long, Sms>> of(SmsQuery query) {
        return read(query, wanted -> true).thenApply(listed -> {
            if (listed.isPart()) {
                throw new PartOfListException(listed.messages(), listed.total());
            }
            Map<Long, Sms> byId = new LinkedHashMap<>();
            listed.messages().forEach(sms -> byId.put(sms.id(), sms));
            return byId;
        });
    }

    /** Of the messages, those that are wanted: of all others nothing is kept but the id. */
    public CompletableFuture<Listed> read(SmsQuery query, Predicate<Sms> wanted) {
        return new Reading(query, wanted).from(1);
    }

    private final class Reading {

        private final SmsQuery query;
        private final Predicate<Sms> wanted;
        private final Set<Long> shown = new HashSet<>();
        private final Set<Long> shownThisTime = new HashSet<>();
        private final List<Sms> kept = new ArrayList<>();

        Reading(SmsQuery query, Predicate<Sms> wanted) {
            this.query = query;
            this.wanted = wanted;
        }

        CompletableFuture<Listed> from(int reading) {
            shownThisTime.clear();
            return api.list(query, 1, PER_PAGE).thenCompose(answer -> {
                Page first = answer.value();
                // counted at its start: what comes later moves the pages so that messages come twice, and none is
                // missed
                int total = first.total() == null ? 0 : first.total();
                return rest(first, 1, 0)
                        .thenCompose(read -> shown.size() < total && reading < MAX_READINGS
                                ? from(reading + 1)
                                : CompletableFuture.completedFuture(listed(total, answer.date())));
            });
        }

        private Listed listed(int total, Instant date) {
            return new Listed(List.copyOf(kept), shown.size(), total, date);
        }

        // a loop while answers are at hand, so that a thousand pages are not thousands of frames on the stack
        private CompletableFuture<Void> rest(Page first, int from, int repeatedBefore) {
            Page page = first;
            int repeated = repeatedBefore;
            for (int number = from; ; number++) {
                repeated = take(page.messages()) ? 0 : repeated + 1;
                if (!page.hasNext(number, PER_PAGE)) {
                    return CompletableFuture.completedFuture(null);
                }
                if (repeated == MAX_REPEATED || number == MAX_PAGES) {
                    return endless();
                }
                int next = number + 1;
                int before = repeated;
                CompletableFuture<Answer<Page>> asked = api.list(query, next, PER_PAGE);
                if (!asked.isDone() || asked.isCompletedExceptionally()) {
                    return asked.thenCompose(answer -> rest(answer.value(), next, before));
                }
                page = asked.join().value();
            }
        }

        /** Whether there is any among them that this reading has not shown yet. */
        private boolean take(Collection<Sms> messages) {
            boolean anything = false;
            for (Sms sms : messages) {
                anything |= shownThisTime.add(sms.id());
                if (shown.add(sms.id()) && wanted.test(sms)) {
                    kept.add(sms);
                }
            }
            return anything;
        }
    }

    private static CompletableFuture<Void> endless() {
        return CompletableFuture.failedFuture(new CliqtelUnavailableException(
                new ErrorFacts(
                        "list",
                        ErrorCode.UNREADABLE_ANSWER,
                        200,
                        "the list doesn't end: " + MAX_REPEATED
                                + " pages in a row that bring nothing new, or more than " + MAX_PAGES),
                Outcome.NOT_SENT,
                null));
    }
}
