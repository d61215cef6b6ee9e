/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
 * The state of all Cliqtel components of a context as names and values, without API keys, texts and full numbers.
 *
 * @param context the context of the components
 * @param limit the largest number of rows in each list
 */
record ConsoleReport(CamelContext context, int limit) {

    /** Returns numbers, words and lists of rows, by name. */
    Map<String, Object> asMap() {
        List<CliqtelComponent> components = context.getComponentNames().stream()
                .map(context::hasComponent)
                .filter(CliqtelComponent.class::isInstance)
                .map(CliqtelComponent.class::cast)
                .filter(component -> component.accounts() != null)
                .toList();
        List<CliqtelWebhookConsumer> webhooks = consumers(CliqtelWebhookConsumer.class);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("sendingPaused", components.stream().anyMatch(CliqtelComponent::isSendingPaused));
        report.put("waitingForResume", sum(components, CliqtelComponent::getWaitingForResume));
        report.put("accepted", sum(components, CliqtelComponent::getSmsAccepted));
        report.put("reconciled", sum(components, CliqtelComponent::getSmsReconciled));
        report.put("duplicates", sum(components, CliqtelComponent::getSmsDuplicates));
        report.put("endedUnknown", sum(components, CliqtelComponent::getSmsUnknown));
        report.put("accounts", rows(components, CliqtelComponent::accountsInUse, AccountState::row));
        report.put("unknowns", rows(components, each -> each.unknownSends().list(), UnknownSend::row));
        report.put("webhooks", rows(webhooks, List::of, ConsoleReport::webhook));
        report.put("lastWebhooks", rows(webhooks, CliqtelWebhookConsumer::lastWebhooks, ConsoleReport::lastWebhook));
        report.put("polls", rows(consumers(CliqtelScheduledConsumer.class), List::of, ConsoleReport::poll));
        return report;
    }

    private static long sum(List<CliqtelComponent> components, Function<CliqtelComponent, Number> count) {
        return components.stream().map(count).mapToLong(Number::longValue).sum();
    }

    private <O, T> List<Map<String, Object>> rows(
            List<O> owners, Function<O, List<T>> list, Function<T, Map<String, Object>> row) {
        return owners.stream()
                .map(list)
                .flatMap(List::stream)
                .map(row)
                .limit(limit)
                .toList();
    }

    private <C extends Consumer> List<C> consumers(Class<C> type) {
        return context.getRoutes().stream()
                .map(Route::getConsumer)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Map<String, Object> webhook(CliqtelWebhookConsumer consumer) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("route", consumer.getRouteId());
        row.put("lastAccepted", consumer.getLastAcceptedTime());
        consumer.getAnswers().forEach((answer, count) -> row.put(answer, count == 0 ? null : count));
        return row;
    }

    private static Map<String, Object> lastWebhook(RecentWebhooks.Line webhook) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("time", webhook.at().toString());
        row.put("answer", webhook.answer());
        row.put("event", webhook.event());
        row.put("messageId", webhook.messageId());
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
