/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.util.List;

import com.cliqtel.camel.model.Sms;

/**
 * One page of a list of messages.
 *
 * @param messages the page's messages, in the API's order
 * @param total the number of messages on all pages; null if the API doesn't return it
 * @param page the number of this page, from 1; null if the API doesn't return it
 * @param perPage the page size; null if the API doesn't return it
 * @param totalPages the number of pages; null if the API doesn't return it
 * @param skipped the number of rows of the page that could not be read; they are not among the messages
 */
public record Page(List<Sms> messages, Integer total, Integer page, Integer perPage, Integer totalPages, int skipped) {

    public Page {
        messages = List.copyOf(messages);
    }

    /**
     * Returns whether another page follows. If the API doesn't return the number of pages, only a full page has a next one.
     *
     * @param asked the number of this page in the request
     * @param size the page size in the request
     */
    public boolean hasNext(int asked, int size) {
        return totalPages != null ? asked < totalPages : messages.size() + skipped >= size;
    }
}
