/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.ErrorFacts;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.model.Page;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.SmsQuery;

/**
 * All messages that match a query, each once: every page is read, and all of them again where they moved meanwhile so that
 * some were missed. Thread-safe; each call reads anew.
 */
public final class WholeList {

    private static final int PER_PAGE = 100;
    private static final int MAX_READINGS = 3;
    private static final int MAX_PAGES = 1_000;

    private final CliqtelApi api;

    public WholeList(CliqtelApi api) {
        this.api = api;
    }

    /** The messages by their ids, in the API's order. */
    public CompletableFuture<Map<Long, Sms>> of(SmsQuery query) {
        return page(query, 1, 1, new LinkedHashMap<>());
    }

    private CompletableFuture<Map<Long, Sms>> page(SmsQuery query, int number, int reading, Map<Long, Sms> found) {
        return api.list(query, number, PER_PAGE).thenCompose(answer -> {
            Page page = answer.value();
            page.messages().forEach(sms -> found.putIfAbsent(sms.id(), sms));
            if (page.hasNext(number, PER_PAGE)) {
                return number < MAX_PAGES ? page(query, number + 1, reading, found) : endless();
            }
            return reading < MAX_READINGS && page.total() != null && found.size() < page.total()
                    ? page(query, 1, reading + 1, found)
                    : CompletableFuture.completedFuture(found);
        });
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
