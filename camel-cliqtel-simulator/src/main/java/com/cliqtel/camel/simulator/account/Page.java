/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.util.List;

/**
 * A page of a list of messages.
 *
 * @param messages those on it; none when the page is beyond the end
 * @param total how many there are on all pages
 * @param page its number, from 1
 * @param perPage most messages on a page
 */
public record Page(List<Message> messages, int total, long page, int perPage) {

    /**
     * How many pages there are.
     *
     * @return 0 when there is no message
     */
    public int totalPages() {
        return (total + perPage - 1) / perPage;
    }

    static Page of(int total, Part part, long page, int perPage) {
        // a page number may be any long, so it is compared before it is multiplied
        boolean beyond = page > total / perPage + 1;
        int start = beyond ? total : Math.min((int) (page - 1) * perPage, total);
        int end = Math.min(start + perPage, total);
        return new Page(List.copyOf(part.of(start, end)), total, page, perPage);
    }

    /** What stands in a list from one index to another. */
    interface Part {
        List<Message> of(int start, int end);
    }
}
