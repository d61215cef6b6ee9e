/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.query;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import com.cliqtel.camel.exchange.ProducerResult;

/** The values of the option {@code paging}: which pages {@code cliqtel:list} requests, and how it returns them. */
enum ListPaging {
    /** One page, as a list. */
    SINGLE(25, ListPages::one),
    /** All pages, as one list. */
    ALL(100, ListPages::all),
    /** All pages, as an iterator that requests each page when it is read. */
    STREAM(100, ListPages::stream);

    private final int defaultPerPage;
    private final Function<ListPages, CompletableFuture<ProducerResult>> way;

    ListPaging(int defaultPerPage, Function<ListPages, CompletableFuture<ProducerResult>> way) {
        this.defaultPerPage = defaultPerPage;
        this.way = way;
    }

    /** Returns the number of messages per page if the input {@code perPage} is missing. */
    int defaultPerPage() {
        return defaultPerPage;
    }

    CompletableFuture<ProducerResult> run(ListPages pages) {
        return way.apply(pages);
    }
}
