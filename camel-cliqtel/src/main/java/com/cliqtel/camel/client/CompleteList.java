/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.wire.Answer;
import com.cliqtel.camel.wire.Page;
import com.cliqtel.camel.wire.SmsQuery;

/**
 * Reads all messages that match a query, each once. It reads every page, and reads all pages again if messages were deleted in
 * between, since others then moved to an earlier page and were missed. Thread-safe; each call reads anew.
 */
public final class CompleteList {

    // the page size differs each time: a message missed at the end of a page is in the middle of one the next time
    private static final int[] PER_PAGE = {100, 97, 89, 83};
    // a million messages
    private static final int MAX_PAGES = 10_000;

    private final CliqtelApi api;

    public CompleteList(CliqtelApi api) {
        this.api = api;
    }

    /**
     * Returns the messages by their ids, in the API's order. Fails with {@link IncompleteListException} if some stay hidden or
     * can't be read.
     */
    public CompletableFuture<Map<Long, Sms>> of(SmsQuery query) {
        return new Reading(query, wanted -> true, Reading::isWhole).time(0).thenApply(listed -> {
            if (listed.isPart() || listed.skipped() > 0) {
                throw new IncompleteListException(listed);
            }
            Map<Long, Sms> byId = new LinkedHashMap<>();
            listed.messages().forEach(sms -> byId.put(sms.id(), sms));
            return byId;
        });
    }

    /**
     * Returns the wanted messages. Of all others only the id is kept. The list is read again until it doesn't change while it
     * is read, since new and deleted messages at the same time leave the count unchanged.
     */
    public CompletableFuture<CompleteListResult> read(SmsQuery query, Predicate<Sms> wanted) {
        return new Reading(query, wanted, Reading::stoodStill).time(0);
    }

    private final class Reading {

        private final SmsQuery query;
        private final Predicate<Sms> wanted;
        private final Predicate<Reading> enough;
        private final Set<Long> shown = new HashSet<>();
        private final Set<Long> shownThisTime = new HashSet<>();
        private final Set<Integer> totals = new HashSet<>();
        private final List<Sms> kept = new ArrayList<>();
        private final AtomicInteger total = new AtomicInteger();
        private final AtomicInteger skippedThisTime = new AtomicInteger();

        Reading(SmsQuery query, Predicate<Sms> wanted, Predicate<Reading> enough) {
            this.query = query;
            this.wanted = wanted;
            this.enough = enough;
        }

        CompletableFuture<CompleteListResult> time(int time) {
            shownThisTime.clear();
            skippedThisTime.set(0);
            totals.clear();
            return api.list(query, 1, PER_PAGE[time]).thenCompose(answer -> {
                // messages that are added later move the pages, so that some show twice and none is missed
                total.set(answer.value().total() == null ? 0 : answer.value().total());
                return rest(answer.value(), 1, 0, PER_PAGE[time])
                        .thenCompose(read -> enough.test(this) || time + 1 == PER_PAGE.length
                                ? CompletableFuture.completedFuture(listed(answer.date()))
                                : time(time + 1));
            });
        }

        boolean isWhole() {
            return shown.size() + skippedThisTime.get() >= total.get();
        }

        boolean stoodStill() {
            return totals.size() <= 1 && shownThisTime.size() + skippedThisTime.get() >= total.get();
        }

        private CompleteListResult listed(Instant date) {
            return new CompleteListResult(List.copyOf(kept), shown.size(), total.get(), skippedThisTime.get(), date);
        }

        // a loop while answers have arrived, so that a thousand pages don't take thousands of stack frames
        private CompletableFuture<Void> rest(Page first, int from, int repeatedBefore, int perPage) {
            Page page = first;
            int repeated = repeatedBefore;
            for (int number = from; ; number++) {
                repeated = take(page) ? 0 : repeated + 1;
                if (!page.hasNext(number, perPage)) {
                    return CompletableFuture.completedFuture(null);
                }
                EndlessListGuard.check(repeated);
                if (number == MAX_PAGES) {
                    throw EndlessListGuard.failure();
                }
                int next = number + 1;
                int before = repeated;
                CompletableFuture<Answer<Page>> asked = api.list(query, next, perPage);
                if (!asked.isDone() || asked.isCompletedExceptionally()) {
                    return asked.thenCompose(answer -> rest(answer.value(), next, before, perPage));
                }
                page = asked.join().value();
            }
        }

        /** Returns whether the page has a message that this reading has not shown yet. */
        private boolean take(Page page) {
            boolean anything = false;
            totals.add(page.total());
            skippedThisTime.addAndGet(page.skipped());
            for (Sms sms : page.messages()) {
                anything |= shownThisTime.add(sms.id());
                if (shown.add(sms.id()) && wanted.test(sms)) {
                    kept.add(sms);
                }
            }
            return anything;
        }
    }
}
