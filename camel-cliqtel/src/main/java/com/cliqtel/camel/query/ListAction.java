/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.query;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.cliqtel.camel.account.EndpointServices;
import com.cliqtel.camel.client.CliqtelApi;
import com.cliqtel.camel.exchange.EndpointInputs;
import com.cliqtel.camel.exchange.ExchangeInputs;
import com.cliqtel.camel.exchange.InputParsers;
import com.cliqtel.camel.exchange.InputSource;
import com.cliqtel.camel.exchange.Parameter;
import com.cliqtel.camel.exchange.ProducerAction;
import com.cliqtel.camel.exchange.ProducerResult;
import com.cliqtel.camel.model.DeliveryStatus;
import com.cliqtel.camel.model.Direction;
import com.cliqtel.camel.options.AllowedWords;
import com.cliqtel.camel.options.ListOptions;
import com.cliqtel.camel.wire.SmsQuery;
import org.apache.camel.Exchange;

/** Lists messages: one page, all pages, or an iterator over them. */
public final class ListAction implements ProducerAction {

    private final EndpointServices services;
    private final EndpointInputs options;
    private final ListPaging paging;
    private final int maxResults;
    private CliqtelApi api;

    /**
     * @param options the endpoint's options as inputs
     * @param list the endpoint's options for lists
     * @throws IllegalArgumentException when an option is wrong; the message names it and what is allowed
     */
    public ListAction(EndpointServices services, EndpointInputs options, ListOptions list) {
        this.services = services;
        this.options = options;
        this.paging = AllowedWords.constant("paging", ListPaging.class, list.getPaging());
        this.maxResults = limit(list.getMaxResults());
        check(AllowedWords.DIRECTION, list.getDirection());
        check(AllowedWords.STATUS, list.getStatus());
    }

    private static void check(AllowedWords words, String text) {
        if (text != null) {
            words.one(text);
        }
    }

    @Override
    public void start() {
        api = services.api();
    }

    @Override
    public CompletableFuture<ProducerResult> run(Exchange exchange) {
        ExchangeInputs inputs =
                new ExchangeInputs("list", List.of(InputSource.headers(exchange), options.of(exchange)));
        ListPages pages = new ListPages(
                api,
                query(inputs),
                Optional.ofNullable(inputs.read(Parameter.PAGE, InputParsers::page))
                        .orElse(1),
                Optional.ofNullable(inputs.read(Parameter.PER_PAGE, InputParsers::perPage))
                        .orElse(paging.defaultPerPage()),
                maxResults);
        return paging.run(pages);
    }

    private static SmsQuery query(ExchangeInputs inputs) {
        return new SmsQuery(
                inputs.read(
                        Parameter.FILTER_DIRECTION, given -> new Direction(AllowedWords.DIRECTION.one(given.text()))),
                inputs.read(
                        Parameter.FILTER_STATUS, given -> new DeliveryStatus(AllowedWords.STATUS.one(given.text()))),
                inputs.read(Parameter.FILTER_NUMBER_ID, InputParsers::id),
                inputs.read(Parameter.FILTER_FROM, InputParsers::address),
                inputs.read(Parameter.FILTER_TO, InputParsers::address),
                inputs.read(Parameter.FILTER_SINCE, InputParsers::time));
    }

    private static int limit(int maxResults) {
        int limit = maxResults == 0 ? Integer.MAX_VALUE : maxResults;
        if (limit < 0) {
            throw new IllegalArgumentException("maxResults is " + maxResults + ": 0 for no limit, or more");
        }
        return limit;
    }
}
