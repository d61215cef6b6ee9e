/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import com.cliqtel.camel.simulator.account.AccountNumber;
import com.cliqtel.camel.simulator.account.Tariff;
import com.cliqtel.camel.simulator.fault.Faults;

/**
 * The account and the services that the page's routes use.
 *
 * @param account the account until the next reset
 * @param events the buffer of the event stream
 * @param faults the faults that are switched on
 * @param access how the account is called
 * @param reset resets the simulator
 */
public record SiteContext(
        Supplier<RunningAccount> account, EventBuffer events, Faults faults, Access access, Runnable reset) {

    /**
     * How clients call the account.
     *
     * @param baseUrl the base URL for clients
     * @param key the first API key
     * @param reach a sentence that says from where the port can be reached
     */
    public record Access(Supplier<String> baseUrl, Supplier<String> key, Supplier<String> reach) {}

    SiteViews views() {
        return new SiteViews(new SecretMask(account.get().fixed().secrets()));
    }

    /** Returns the account as the page shows it. */
    Map<String, Object> view() {
        RunningAccount now = account.get();
        Map<String, Object> limits = new LinkedHashMap<>();
        limits.put("perMinute", now.fixed().settings().requestsPerMinute());
        limits.put("perSecond", now.fixed().settings().messagesPerSecond());
        limits.put("remaining", now.limits().look().remaining());
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("messages", now.account().messages().size());
        counts.put("calls", now.api().calls().count());
        counts.put("webhooks", now.webhooks().deliveries().count());
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("baseUrl", access.baseUrl().get());
        view.put("openapi", "/openapi.json");
        view.put("key", SecretMask.masked(access.key().get()));
        view.put("reach", access.reach().get());
        view.put("balance", now.account().balance().toPlainString());
        view.put("currency", Tariff.CURRENCY);
        view.put(
                "numbers",
                now.fixed().numbers().stream().map(SiteContext::number).toList());
        view.put("limits", limits);
        view.put("now", now.fixed().time().now().toString());
        view.put("counts", counts);
        view.put("sequence", events.number());
        return view;
    }

    private static Map<String, Object> number(AccountNumber number) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", number.id());
        view.put("number", number.number());
        view.put("countryCode", number.countryCode());
        view.put("numberType", number.numberType());
        view.put("canSend", number.canSend());
        return view;
    }
}
