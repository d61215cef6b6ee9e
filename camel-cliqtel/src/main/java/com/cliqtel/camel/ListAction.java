/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.client.CliqtelApi;
import com.cliqtel.camel.model.DeliveryStatus;
import com.cliqtel.camel.model.Direction;
import com.cliqtel.camel.model.SmsQuery;
import org.apache.camel.Exchange;

/** Lists messages: one page, all pages, or an iterator over them. */
final class ListAction implements Action {

    private final CliqtelEndpoint endpoint;
    private final Paging paging;
    private final int maxResults;
    private CliqtelApi api;

    ListAction(CliqtelEndpoint endpoint) {
        this.endpoint = endpoint;
        ListOptions options = endpoint.getList();
        this.paging = Words.constant("paging", Paging.class, Options.first(options.getPaging(), null, "single"));
        this.maxResults = limit(options.getMaxResults());
        check(Words.DIRECTION, options.getDirection());
        check(Words.STATUS, options.getStatus());
    }

    private static void check(Words words, String text) {
        if (text != null) {
            words.one(text);
        }
    }

    @Override
    public void start() {
        api = endpoint.api();
    }

    @Override
    public CompletableFuture<Result> run(Exchange exchange) {
        Inputs inputs = new Inputs("list", List.of(Place.headers(exchange), endpoint.optionsFor(exchange)));
        Pages pages = new Pages(
                api,
                query(inputs),
                Optional.ofNullable(inputs.read(Control.PAGE, Readings::page)).orElse(1),
                Optional.ofNullable(inputs.read(Control.PER_PAGE, Readings::perPage))
                        .orElse(paging.usualPerPage()),
                maxResults);
        return paging.run(pages);
    }

    private static SmsQuery query(Inputs inputs) {
        return new SmsQuery(
                inputs.read(Control.FILTER_DIRECTION, given -> new Direction(Words.DIRECTION.one(given.text()))),
                inputs.read(Control.FILTER_STATUS, given -> new DeliveryStatus(Words.STATUS.one(given.text()))),
                inputs.read(Control.FILTER_NUMBER_ID, Readings::id),
                inputs.read(Control.FILTER_FROM, Readings::address),
                inputs.read(Control.FILTER_TO, Readings::address),
                inputs.read(Control.FILTER_SINCE, Readings::time));
    }

    private static int limit(Integer maxResults) {
        int limit = maxResults == null || maxResults == 0 ? Integer.MAX_VALUE : maxResults;
        if (limit < 0) {
            throw new IllegalArgumentException("maxResults is " + maxResults + ": 0 for no limit, or more");
        }
        return limit;
    }
}
