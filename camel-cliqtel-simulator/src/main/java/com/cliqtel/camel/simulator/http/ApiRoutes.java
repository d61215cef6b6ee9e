/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.cliqtel.camel.simulator.account.Account;
import com.cliqtel.camel.simulator.account.ErrorCode;
import com.cliqtel.camel.simulator.account.Refusal;
import com.cliqtel.camel.simulator.json.ApiJson;
import com.cliqtel.camel.simulator.json.SendRequestJson;
import com.cliqtel.camel.simulator.limit.Permit;
import com.cliqtel.camel.simulator.limit.RateLimits;

/** The routes of the API and their actions. */
final class ApiRoutes {

    private static final int DEFAULT_PER_PAGE = 25;
    private static final int MAX_PER_PAGE = 100;
    private static final Pattern JSON = Pattern.compile("(?i)application/json\\s*(;.*)?");

    private final Account account;
    private final RateLimits limits;
    private final ApiJson json;

    ApiRoutes(Account account, RateLimits limits, ApiJson json) {
        this.account = account;
        this.limits = limits;
        this.json = json;
    }

    List<Route> routes() {
        return List.of(
                new Route("POST", "/messages", this::send),
                new Route("GET", "/messages", this::list),
                new Route("GET", "/messages/([^/]+)", this::get),
                new Route("GET", "/numbers", this::numbers));
    }

    private Answer send(ApiCall call, Matcher path) {
        Permit permit = limits.message();
        if (!permit.granted()) {
            return RateLimitFilter.tooMany(permit);
        }
        if (call.onlyHeader("Content-Type")
                .filter(type -> JSON.matcher(type).matches())
                .isEmpty()) {
            throw Refusal.invalid("The request must have the Content-Type application/json");
        }
        return Answer.json(201, json.message(account.send(SendRequestJson.read(call.body()))));
    }

    private Answer list(ApiCall call, Matcher path) {
        QueryParameters query = new QueryParameters(call.query());
        long page = query.integer("page", Long.MAX_VALUE).orElse(1L);
        long perPage = query.integer("per_page", MAX_PER_PAGE).orElse((long) DEFAULT_PER_PAGE);
        return Answer.json(200, json.page(account.list(MessageFilter.of(query), page, (int) perPage)));
    }

    private Answer get(ApiCall call, Matcher path) {
        return QueryParameters.parseInteger(path.group(1))
                .flatMap(account::find)
                .map(message -> Answer.json(200, json.message(message)))
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "Message not found"));
    }

    private Answer numbers(ApiCall call, Matcher path) {
        return Answer.json(200, ApiJson.numbers(account.sendingNumbers()));
    }
}
