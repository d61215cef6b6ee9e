/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import com.cliqtel.camel.simulator.account.AccountNumber;
import com.cliqtel.camel.simulator.account.Tariff;
import com.cliqtel.camel.simulator.fault.Faults;

/**
 * Whose desk it is: what lies on it now, and what stays when it is cleared.
 *
 * @param desk what lies on it
 * @param feed what happens on it
 * @param faults what goes wrong with calls
 * @param door how it is reached
 * @param reset clears it
 */
public record Owner(Supplier<Desk> desk, Feed feed, Faults faults, Door door, Runnable reset) {

    /**
     * How the account is reached.
     *
     * @param baseUrl what a client's base URL has to be
     * @param key the first one
     * @param reach a sentence for people
     */
    public record Door(Supplier<String> baseUrl, Supplier<String> key, Supplier<String> reach) {}

    Views views() {
        return new Views(new Masking(desk.get().facts().secrets()));
    }

    /** The account, as the page reads it. */
    Map<String, Object> view() {
        Desk now = desk.get();
        Map<String, Object> limits = new LinkedHashMap<>();
        limits.put("perMinute", now.facts().settings().requestsPerMinute());
        limits.put("perSecond", now.facts().settings().messagesPerSecond());
        limits.put("remaining", now.limits().look().remaining());
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("messages", now.account().messages().size());
        counts.put("calls", now.api().calls().count());
        counts.put("webhooks", now.webhooks().deliveries().count());
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("baseUrl", door.baseUrl().get());
        view.put("openapi", "/openapi.json");
        view.put("key", Masking.masked(door.key().get()));
        view.put("reach", door.reach().get());
        view.put("balance", now.account().balance().toPlainString());
        view.put("currency", Tariff.CURRENCY);
        view.put("numbers", now.facts().numbers().stream().map(Owner::number).toList());
        view.put("limits", limits);
        view.put("now", now.facts().time().now().toString());
        view.put("counts", counts);
        view.put("sequence", feed.number());
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
