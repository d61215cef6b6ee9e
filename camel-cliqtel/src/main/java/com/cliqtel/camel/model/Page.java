/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * One page of a list, and what the API says of the whole.
 *
 * @param messages the page's messages, in the API's order
 * @param total how many messages match in all; null when not said
 * @param page which page this is, from 1; null when not said
 * @param perPage how many a page holds; null when not said
 * @param totalPages how many pages there are; null when not said
 * @param skipped how many rows of the page could not be read; they are not among the messages
 */
public record Page(List<Sms> messages, Integer total, Integer page, Integer perPage, Integer totalPages, int skipped)
        implements Serializable {

    /** A page of which every row could be read. */
    public Page(List<Sms> messages, Integer total, Integer page, Integer perPage, Integer totalPages) {
        this(messages, total, page, perPage, totalPages, 0);
    }

    public Page {
        messages = List.copyOf(messages);
    }

    /**
     * Whether a page follows this one, having asked for page {@code asked} of {@code size} messages. Where the API does
     * not say how many pages there are, a full page may have a next one and a short one has none.
     */
    public boolean hasNext(int asked, int size) {
        return totalPages != null ? asked < totalPages : messages.size() + skipped >= size;
    }

    /** Views the answer of a list: {@code data}, of which so many rows were skipped, and {@code meta}. */
    public static Page of(List<Sms> messages, int skipped, Map<String, Object> meta) {
        JsonFields fields = new JsonFields(meta);
        return new Page(
                messages,
                fields.integer("total"),
                fields.integer("page"),
                fields.integer("per_page"),
                fields.integer("total_pages"),
                skipped);
    }
}
