/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.query;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import com.cliqtel.camel.exchange.ProducerResult;

/** How many pages {@code cliqtel:list} asks for, and in what shape it gives them. */
enum ListPaging {
    /** One page, as a list. */
    SINGLE(25, ListPages::one),
    /** All pages, as one list. */
    ALL(100, ListPages::all),
    /** All pages, as an iterator that asks for them as it is read. */
    STREAM(100, ListPages::stream);

    private final int usualPerPage;
    private final Function<ListPages, CompletableFuture<ProducerResult>> way;

    ListPaging(int usualPerPage, Function<ListPages, CompletableFuture<ProducerResult>> way) {
        this.usualPerPage = usualPerPage;
        this.way = way;
    }

    /** Messages per page where nobody says how many. */
    int usualPerPage() {
        return usualPerPage;
    }

    CompletableFuture<ProducerResult> run(ListPages pages) {
        return way.apply(pages);
    }
}
