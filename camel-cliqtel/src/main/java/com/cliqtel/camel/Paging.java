/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** How many pages {@code cliqtel:list} asks for, and in what shape it gives them. */
enum Paging {
    /** One page, as a list. */
    SINGLE(25, Pages::one),
    /** All pages, as one list. */
    ALL(100, Pages::all),
    /** All pages, as an iterator that asks for them as it is read. */
    STREAM(100, Pages::stream);

    private final int usualPerPage;
    private final Function<Pages, CompletableFuture<Result>> way;

    Paging(int usualPerPage, Function<Pages, CompletableFuture<Result>> way) {
        this.usualPerPage = usualPerPage;
        this.way = way;
    }

    /** Messages per page where nobody says how many. */
    int usualPerPage() {
        return usualPerPage;
    }

    CompletableFuture<Result> run(Pages pages) {
        return way.apply(pages);
    }
}
