/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.desk;

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

/** The logs: who called, and which webhooks were sent; these can be sent again. */
final class LogRoutes {

    private final Owner owner;

    LogRoutes(Owner owner) {
        this.owner = owner;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", Requests.path("/calls"), this::calls),
                new Route("GET", Requests.path("/calls/([0-9]{1,18})"), this::call),
                new Route("GET", Requests.path("/webhooks"), this::webhooks),
                new Route("GET", Requests.path("/webhooks/([0-9]{1,18})"), this::webhook),
                new Route("POST", Requests.path("/webhooks/([0-9]{1,18})/resend"), this::resend),
                new Route("POST", Requests.path("/webhooks/([0-9]{1,18})/forge"), this::forge));
    }

    private Answer calls(ApiCall call, Matcher path) {
        Page<ReceivedCall> page = new Page<>("calls", owner.views()::call, ReceivedCall::number);
        return page.answer(owner.desk().get().api().calls(), Requests.Part.of(call));
    }

    private Answer call(ApiCall call, Matcher path) {
        Desk desk = owner.desk().get();
        ReceivedCall found = desk.api()
                .calls()
                .find(Requests.number(path))
                .orElseThrow(() -> Requests.gone("There is no such call, or no longer"));
        return Requests.json(
                owner.views().whole(found, desk.api().answer(found.number()).orElse(null)));
    }

    private Answer webhooks(ApiCall call, Matcher path) {
        Page<WebhookDelivery> page = new Page<>("webhooks", owner.views()::webhook, WebhookDelivery::number);
        return page.answer(owner.desk().get().webhooks().deliveries(), Requests.Part.of(call));
    }

    private Answer webhook(ApiCall call, Matcher path) {
        return Requests.json(owner.views().whole(sent(path)));
    }

    private Answer resend(ApiCall call, Matcher path) {
        owner.desk().get().webhooks().repeatSoon(sent(path));
        return Answer.json(202, "{}");
    }

    private Answer forge(ApiCall call, Matcher path) {
        owner.desk().get().webhooks().forgeSoon(sent(path), Forgery.OTHER_CONTENT);
        return Answer.json(202, "{}");
    }

    private WebhookDelivery sent(Matcher path) {
        return owner.desk()
                .get()
                .webhooks()
                .deliveries()
                .find(Requests.number(path))
                .orElseThrow(() -> Requests.gone("There is no such webhook, or no longer"));
    }

    /** A part of a log, newest first. */
    private record Page<T>(String name, Function<T, Map<String, Object>> view, ToLongFunction<T> number) {

        Answer answer(BoundedLog<T> log, Requests.Part part) {
            List<T> shown = log.newest(part.before(), part.most());
            Long last = shown.isEmpty() ? null : number.applyAsLong(shown.get(shown.size() - 1));
            boolean more = last != null && !log.newest(last, 1).isEmpty();
            Map<String, Object> page = new LinkedHashMap<>();
            page.put(name, shown.stream().map(view).toList());
            page.put("next", more ? last : null);
            return Requests.json(page);
        }
    }
}
