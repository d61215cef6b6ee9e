/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

/** How many pages {@code cliqtel:list} asks for, and in what shape it gives them. */
public enum Paging {
    /** One page, as a list. */
    single(25),
    /** All pages, as one list. */
    all(100),
    /** All pages, as an iterator that asks for them as it is read. */
    stream(100);

    private final int usualPerPage;

    Paging(int usualPerPage) {
        this.usualPerPage = usualPerPage;
    }

    /** Messages per page where nobody says how many. */
    int usualPerPage() {
        return usualPerPage;
    }
}
