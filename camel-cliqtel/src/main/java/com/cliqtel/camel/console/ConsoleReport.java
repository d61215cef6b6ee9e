/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.console;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelEndpoint;
import com.cliqtel.camel.account.AccountState;
import com.cliqtel.camel.poll.CliqtelScheduledConsumer;
import com.cliqtel.camel.send.reconcile.UnknownSend;
import com.cliqtel.camel.webhook.CliqtelWebhookConsumer;
import com.cliqtel.camel.webhook.RecentWebhooks;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Route;

/**
 * What there is to be seen of Cliqtel in a context at one moment, as names and values for a console; no key, text or number.
 *
 * @param context where
 * @param limit the most rows of each list
 */
record ConsoleReport(CamelContext context, int limit) {

    /** Names with numbers, words and lists of such maps. */
    Map<String, Object> asMap() {
        List<CliqtelComponent> components = context.getComponentNames().stream()
                .map(context::hasComponent)
                .filter(CliqtelComponent.class::isInstance)
                .map(CliqtelComponent.class::cast)
                .filter(component -> component.accounts() != null)
                .toList();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("sendingPaused", components.stream().anyMatch(CliqtelComponent::isSendingPaused));
        all.put("waitingForResume", sum(components, CliqtelComponent::getWaitingForResume));
        all.put("accepted", sum(components, CliqtelComponent::getSmsAccepted));
        all.put("reconciled", sum(components, CliqtelComponent::getSmsReconciled));
        all.put("duplicates", sum(components, CliqtelComponent::getSmsDuplicates));
        all.put("endedUnknown", sum(components, CliqtelComponent::getSmsUnknown));
        all.put("accounts", rows(components, each -> each.accounts().states(), ConsoleReport::account));
        all.put("unknowns", rows(components, each -> each.accounts().unknowns().list(), ConsoleReport::unknown));
        all.put("webhooks", rows(consumers(CliqtelWebhookConsumer.class), List::of, ConsoleReport::webhook));
        all.put(
                "lastWebhooks",
                rows(
                        consumers(CliqtelWebhookConsumer.class),
                        CliqtelWebhookConsumer::lastWebhooks,
                        ConsoleReport::last));
        all.put("polls", rows(consumers(CliqtelScheduledConsumer.class), List::of, ConsoleReport::poll));
        return all;
    }

    private static long sum(List<CliqtelComponent> components, Function<CliqtelComponent, Number> count) {
        return components.stream().map(count).mapToLong(Number::longValue).sum();
    }

    private <O, T> List<Map<String, Object>> rows(
            Collection<O> owners, Function<O, List<T>> listing, Function<T, Map<String, Object>> row) {
        return owners.stream()
                .map(listing)
                .flatMap(List::stream)
                .map(row)
                .limit(limit)
                .toList();
    }

    private <C extends Consumer> List<C> consumers(Class<C> kind) {
        Stream<Consumer> all =
                context.getRoutes().stream().map(Route::getConsumer).filter(Objects::nonNull);
        return all.filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Map<String, Object> account(AccountState account) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("account", account.name());
        row.put("baseUrl", account.baseUrl().toString());
        row.put("quotaLeft", account.quotaLeft());
        row.put("permits", account.permits());
        row.put("permitsLeft", account.permitsLeft());
        row.put("waiting", account.waiting());
        row.put("heldSeconds", account.heldSeconds());
        row.put("openSends", account.openSends());
        return row;
    }

    private static Map<String, Object> unknown(UnknownSend send) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("number", send.number());
        row.put("account", send.account());
        row.put("since", send.since().toString());
        row.put("to", send.to());
        row.put("key", send.key());
        row.put("state", send.state());
        row.put("why", send.why());
        return row;
    }

    private static Map<String, Object> webhook(CliqtelWebhookConsumer consumer) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("route", consumer.getRouteId());
        row.put("lastAccepted", consumer.getLastAcceptedTime());
        consumer.getAnswers().forEach((answer, count) -> row.put(answer, count == 0 ? null : count));
        return row;
    }

    private static Map<String, Object> last(RecentWebhooks.Line line) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("time", line.at().toString());
        row.put("answer", line.answer());
        row.put("event", line.event());
        row.put("messageId", line.messageId());
        return row;
    }

    private static Map<String, Object> poll(CliqtelScheduledConsumer consumer) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("route", consumer.getRouteId());
        row.put("operation", ((CliqtelEndpoint) consumer.getEndpoint()).getOperation());
        row.put("position", consumer.getPosition());
        row.put("lastPoll", consumer.getLastPollTime());
        row.put("messages", consumer.getLastPollMessages());
        row.put("error", consumer.getLastPollError());
        return row;
    }
}
