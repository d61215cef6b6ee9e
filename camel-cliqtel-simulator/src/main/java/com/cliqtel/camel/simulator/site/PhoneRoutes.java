/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.site;

import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Matcher;

import com.cliqtel.camel.simulator.account.Account;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.account.Refusal;
import com.cliqtel.camel.simulator.account.Status;
import com.cliqtel.camel.simulator.http.Answer;
import com.cliqtel.camel.simulator.http.ApiCall;
import com.cliqtel.camel.simulator.http.Route;
import com.cliqtel.camel.simulator.json.SiteJson;

/** Routes of the page's phones: conversations, replies, and the final status of a message. */
final class PhoneRoutes {

    private static final int LONGEST_SENDER = 64;
    private static final int LONGEST_TEXT = 1_600;

    private final Supplier<Account> account;

    PhoneRoutes(Supplier<Account> account) {
        this.account = account;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", SiteRequests.path("/conversations"), this::conversations),
                new Route("GET", SiteRequests.path("/messages"), this::messages),
                new Route("POST", SiteRequests.path("/messages"), this::receive),
                new Route("POST", SiteRequests.path("/messages/([0-9]{1,18})/deliver"), forced(Status.DELIVERED)),
                new Route("POST", SiteRequests.path("/messages/([0-9]{1,18})/fail"), forced(Status.FAILED)));
    }

    private Answer conversations(ApiCall call, Matcher path) {
        SiteRequests.Part part = SiteRequests.Part.of(call);
        return SiteRequests.json(Conversations.page(account.get().messages(), part, part.text("search")));
    }

    private Answer messages(ApiCall call, Matcher path) {
        SiteRequests.Part part = SiteRequests.Part.of(call);
        return SiteRequests.json(Conversations.messages(account.get().messages(), part, part.text("phone")));
    }

    private Answer receive(ApiCall call, Matcher path) {
        String from = SiteJson.text(call.body(), "from", LONGEST_SENDER);
        String to = SiteJson.text(call.body(), "to", LONGEST_SENDER);
        String text = SiteJson.text(call.body(), "body", LONGEST_TEXT);
        try {
            Message message = account.get().receive(from, to, text, Duration.ZERO);
            return Answer.json(201, SiteJson.write(SiteViews.message(message)));
        } catch (NoSuchElementException e) {
            throw Refusal.invalid("\"to\" must be one of the account's numbers");
        }
    }

    private BiFunction<ApiCall, Matcher, Answer> forced(Status status) {
        return (call, path) -> {
            try {
                return SiteRequests.json(SiteViews.message(account.get().force(SiteRequests.number(path), status)));
            } catch (NoSuchElementException e) {
                throw SiteRequests.gone("The account has sent no such message");
            }
        };
    }
}
