/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.cliqtel.camel.exchange.Parameter;
import com.cliqtel.camel.exchange.ProducerAction;
import com.cliqtel.camel.options.AddressOptions;
import com.cliqtel.camel.options.EventFilterOptions;
import com.cliqtel.camel.options.GetOptions;
import com.cliqtel.camel.options.LedgerOptions;
import com.cliqtel.camel.options.ListOptions;
import com.cliqtel.camel.options.NumberFilterOptions;
import com.cliqtel.camel.options.OptionNames;
import com.cliqtel.camel.options.PollOptions;
import com.cliqtel.camel.options.PollSizeOptions;
import com.cliqtel.camel.options.RetryOptions;
import com.cliqtel.camel.options.SendOptions;
import com.cliqtel.camel.options.StatusFilterOptions;
import com.cliqtel.camel.options.StatusPollOptions;
import com.cliqtel.camel.options.TextOptions;
import com.cliqtel.camel.options.UriValues;
import com.cliqtel.camel.options.WebhookOptions;
import com.cliqtel.camel.poll.CliqtelScheduledConsumer;
import com.cliqtel.camel.poll.PollSource;
import com.cliqtel.camel.query.GetAction;
import com.cliqtel.camel.query.ListAction;
import com.cliqtel.camel.query.NumbersAction;
import com.cliqtel.camel.send.EstimateAction;
import com.cliqtel.camel.send.SendAction;
import com.cliqtel.camel.send.TextSettings;
import com.cliqtel.camel.webhook.CliqtelWebhookConsumer;
import com.cliqtel.camel.webhook.WebhookSettings;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollEndpoint;

/** The operations: what each is called, which way round it is used, which options are its own, and what does it. Internal. */
public enum CliqtelOperation {
    SEND(
            OptionNames.in(
                    AddressOptions.class,
                    SendOptions.class,
                    TextOptions.class,
                    RetryOptions.class,
                    LedgerOptions.class),
            endpoint -> new SendAction(
                    endpoint, endpoint.services(), endpoint.getComponent()::sends, endpoint.sendSettings())),
    LIST(
            OptionNames.in(AddressOptions.class, ListOptions.class, NumberFilterOptions.class, RetryOptions.class),
            endpoint -> new ListAction(endpoint.services(), endpoint.inputs(), endpoint.getList())),
    GET(
            OptionNames.in(GetOptions.class, RetryOptions.class),
            endpoint -> new GetAction(endpoint.services(), endpoint.inputs())),
    NUMBERS(OptionNames.in(RetryOptions.class), endpoint -> new NumbersAction(endpoint.services())),
    ESTIMATE(OptionNames.in(TextOptions.class), endpoint -> new EstimateAction(TextSettings.of(endpoint.getText()))),
    WEBHOOK(
            OptionNames.in(
                    WebhookOptions.class, EventFilterOptions.class, StatusFilterOptions.class, LedgerOptions.class),
            (endpoint, processor) -> new CliqtelWebhookConsumer(
                    endpoint,
                    processor,
                    endpoint.services(),
                    endpoint.getComponent().callbacks().registration(endpoint::ownWebhookUrl),
                    endpoint::webhookSettings)),
    INBOUND(polling(), PollSource.INBOUND),
    STATUS(polling(StatusPollOptions.class, StatusFilterOptions.class), PollSource.STATUS);

    private final Set<String> options;
    private final Function<CliqtelEndpoint, ProducerAction> action;
    private final BiFunction<CliqtelEndpoint, Processor, Consumer> consumer;
    private final PollSource source;

    CliqtelOperation(Set<String> options, Function<CliqtelEndpoint, ProducerAction> action) {
        this(options, action, null, null);
    }

    CliqtelOperation(Set<String> options, BiFunction<CliqtelEndpoint, Processor, Consumer> consumer) {
        this(options, null, consumer, null);
    }

    CliqtelOperation(Set<String> options, PollSource source) {
        this(
                options,
                null,
                (endpoint, processor) -> new CliqtelScheduledConsumer(
                        endpoint,
                        processor,
                        endpoint.services(),
                        endpoint.getComponent()::inboxes,
                        endpoint.pollSettings(source)),
                source);
    }

    CliqtelOperation(
            Set<String> options,
            Function<CliqtelEndpoint, ProducerAction> action,
            BiFunction<CliqtelEndpoint, Processor, Consumer> consumer,
            PollSource source) {
        this.options = options;
        this.action = action;
        this.consumer = consumer;
        this.source = source;
    }

    private static Set<String> polling(Class<?>... own) {
        Class<?>[] all = {
            NumberFilterOptions.class,
            PollOptions.class,
            PollSizeOptions.class,
            RetryOptions.class,
            LedgerOptions.class,
            ScheduledPollEndpoint.class
        };
        return Stream.of(all, own)
                .flatMap(groups -> OptionNames.in(groups).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The operation's name in an endpoint URI. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a producer of this operation does; empty where it is a consumer's. */
    Optional<ProducerAction> action(CliqtelEndpoint endpoint) {
        return Optional.ofNullable(action).map(making -> making.apply(endpoint));
    }

    /** What receives for this operation; empty where it is a producer's. */
    Optional<Consumer> consumer(CliqtelEndpoint endpoint, Processor processor) {
        return Optional.ofNullable(consumer).map(making -> making.apply(endpoint, processor));
    }

    /** Returns what it polls; empty if it doesn't poll. */
    Optional<PollSource> pollSource() {
        return Optional.ofNullable(source);
    }

    /** Whether it is used in {@code from}, not in {@code to}. */
    boolean consumes() {
        return consumer != null;
    }

    /** @throws IllegalArgumentException when an option has no value that makes sense */
    void check(CliqtelEndpoint endpoint) {
        action(endpoint);
        pollSource().ifPresent(endpoint::pollSettings);
        if (this == WEBHOOK) {
            WebhookSettings.check(endpoint.getWebhook(), endpoint.getEventFilter(), endpoint.getStatusFilter());
        }
    }

    /** The options that belong to this operation, and perhaps to others, but not to all. */
    Set<String> options() {
        return options;
    }

    /** The options that a dynamic endpoint may say anew for each exchange, without being another endpoint. */
    Set<String> perExchangeOptions() {
        return options.stream()
                .filter(option -> action != null && !Parameter.ofOption(option).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws IllegalArgumentException listing the known operations */
    static CliqtelOperation named(String word) {
        return Arrays.stream(values())
                .filter(operation -> operation.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown operation '" + word + "' in cliqtel:" + word
                        + ": the known ones are " + words(Set.of(values()))));
    }

    /** @throws IllegalArgumentException when an option is another operation's, saying whose */
    void refuseForeign(Set<String> given) {
        for (String option : given) {
            boolean ofScheduler = option.startsWith("scheduler.");
            if (option.contains(".") && !option.startsWith("http.") && !(ofScheduler && source != null)) {
                throw new IllegalArgumentException(
                        "The option " + option + " is none of cliqtel:" + word() + ": write its name without a group");
            }
            if (option.contains("-") && UriValues.isSame("apiKey", option)) {
                throw new IllegalArgumentException("The option " + option
                        + " has a hyphen, and Camel shows its value in logs and JMX: write apiKey, which Camel masks");
            }
            Set<CliqtelOperation> owners = Arrays.stream(values())
                    .filter(operation -> operation.options.stream().anyMatch(own -> UriValues.isSame(own, option)))
                    .collect(Collectors.toSet());
            if (!owners.isEmpty() && !owners.contains(this)) {
                throw new IllegalArgumentException("The option " + option + " is not one of cliqtel:" + word()
                        + ": it belongs to " + words(owners));
            }
        }
    }

    private static String words(Set<CliqtelOperation> operations) {
        return operations.stream()
                .sorted()
                .map(operation -> "cliqtel:" + operation.word())
                .collect(Collectors.joining(", "));
    }
}
