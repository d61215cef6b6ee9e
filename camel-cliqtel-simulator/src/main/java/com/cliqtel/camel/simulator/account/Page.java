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

    static Page of(List<Message> found, long page, int perPage) {
        // a page number may be any long, so it is compared before it is multiplied
        boolean beyond = page > found.size() / perPage + 1;
        int start = beyond ? found.size() : Math.min((int) (page - 1) * perPage, found.size());
        int end = Math.min(start + perPage, found.size());
        return new Page(List.copyOf(found.subList(start, end)), found.size(), page, perPage);
    }
}
