/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

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
    private static final int MAX_PAGES = 1_000;

    private final CliqtelApi api;

    public WholeList(CliqtelApi api) {
        this.api = api;
    }

    /** The messages by their ids, in the API's order; fails with {@link PartOfListException} where some stay hidden. */
    public CompletableFuture<Map<Long, Sms>> of(SmsQuery query) {
        return read(query, new LinkedHashMap<>(), 1);
    }

    private CompletableFuture<Map<Long, Sms>> read(SmsQuery query, Map<Long, Sms> found, int reading) {
        return api.list(query, 1, PER_PAGE).thenCompose(answer -> {
            Page first = answer.value();
            // counted at its start: what comes later moves the pages so that messages come twice, and none is missed
            int wanted = first.total() == null ? 0 : first.total();
            return rest(query, first, 1, found)
                    .thenCompose(all -> all.size() < wanted
                            ? again(query, all, wanted, reading)
                            : CompletableFuture.completedFuture(all));
        });
    }

    private CompletableFuture<Map<Long, Sms>> again(SmsQuery query, Map<Long, Sms> found, int wanted, int reading) {
        return reading < MAX_READINGS
                ? read(query, found, reading + 1)
                : CompletableFuture.failedFuture(new PartOfListException(found.values(), wanted));
    }

    // a loop while answers are at hand, so that a thousand pages are not thousands of frames on the stack
    private CompletableFuture<Map<Long, Sms>> rest(SmsQuery query, Page first, int from, Map<Long, Sms> found) {
        Page page = first;
        for (int number = from; ; number++) {
            page.messages().forEach(sms -> found.putIfAbsent(sms.id(), sms));
            if (!page.hasNext(number, PER_PAGE)) {
                return CompletableFuture.completedFuture(found);
            }
            if (number == MAX_PAGES) {
                return endless();
            }
            int next = number + 1;
            CompletableFuture<Answer<Page>> asked = api.list(query, next, PER_PAGE);
            if (!asked.isDone() || asked.isCompletedExceptionally()) {
                return asked.thenCompose(answer -> rest(query, answer.value(), next, found));
            }
            page = asked.join().value();
        }
    }

    private static CompletableFuture<Map<Long, Sms>> endless() {
        return CompletableFuture.failedFuture(new CliqtelUnavailableException(
                new ErrorFacts(
                        "list",
                        ErrorCode.UNREADABLE_ANSWER,
                        200,
                        "more than " + MAX_PAGES + " pages: the server does not end the list"),
                Outcome.NOT_SENT,
                null));
    }
}
