/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;

import com.cliqtel.camel.simulator.http.Answer;
import com.cliqtel.camel.simulator.http.ApiCall;
import com.cliqtel.camel.simulator.http.ReceivedCall;
import com.cliqtel.camel.simulator.http.Route;
import com.cliqtel.camel.simulator.log.BoundedLog;
import com.cliqtel.camel.simulator.webhook.Forgery;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery;

/** Routes of the page's logs: calls and webhooks. A webhook can be sent again or forged. */
final class LogRoutes {

    private final SiteContext context;

    LogRoutes(SiteContext context) {
        this.context = context;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", SiteRequests.path("/calls"), this::calls),
                new Route("GET", SiteRequests.path("/calls/([0-9]{1,18})"), this::call),
                new Route("GET", SiteRequests.path("/webhooks"), this::webhooks),
                new Route("GET", SiteRequests.path("/webhooks/([0-9]{1,18})"), this::webhook),
                new Route("POST", SiteRequests.path("/webhooks/([0-9]{1,18})/resend"), this::resend),
                new Route("POST", SiteRequests.path("/webhooks/([0-9]{1,18})/forge"), this::forge));
    }

    private Answer calls(ApiCall call, Matcher path) {
        Page<ReceivedCall> page = new Page<>("calls", context.views()::call, ReceivedCall::number);
        return page.answer(context.account().get().api().calls(), SiteRequests.Part.of(call));
    }

    private Answer call(ApiCall call, Matcher path) {
        RunningAccount desk = context.account().get();
        ReceivedCall found = desk.api()
                .calls()
                .find(SiteRequests.number(path))
                .orElseThrow(() -> SiteRequests.gone("There is no such call, or no longer"));
        return SiteRequests.json(
                context.views().whole(found, desk.api().answer(found.number()).orElse(null)));
    }

    private Answer webhooks(ApiCall call, Matcher path) {
        Page<WebhookDelivery> page = new Page<>("webhooks", context.views()::webhook, WebhookDelivery::number);
        return page.answer(context.account().get().webhooks().deliveries(), SiteRequests.Part.of(call));
    }

    private Answer webhook(ApiCall call, Matcher path) {
        return SiteRequests.json(context.views().whole(sent(path)));
    }

    private Answer resend(ApiCall call, Matcher path) {
        context.account().get().webhooks().repeatSoon(sent(path));
        return Answer.json(202, "{}");
    }

    private Answer forge(ApiCall call, Matcher path) {
        context.account().get().webhooks().forgeSoon(sent(path), Forgery.OTHER_CONTENT);
        return Answer.json(202, "{}");
    }

    private WebhookDelivery sent(Matcher path) {
        return context.account()
                .get()
                .webhooks()
                .deliveries()
                .find(SiteRequests.number(path))
                .orElseThrow(() -> SiteRequests.gone("There is no such webhook, or no longer"));
    }

    /** A part of a log, newest first. */
    private record Page<T>(String name, Function<T, Map<String, Object>> view, ToLongFunction<T> number) {

        Answer answer(BoundedLog<T> log, SiteRequests.Part part) {
            List<T> shown = log.newest(part.before(), part.most());
            Long last = shown.isEmpty() ? null : number.applyAsLong(shown.get(shown.size() - 1));
            boolean more = last != null && !log.newest(last, 1).isEmpty();
            Map<String, Object> page = new LinkedHashMap<>();
            page.put(name, shown.stream().map(view).toList());
            page.put("next", more ? last : null);
            return SiteRequests.json(page);
        }
    }
}
