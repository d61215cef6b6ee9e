/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

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
import com.cliqtel.camel.poll.PollSettings;
import com.cliqtel.camel.poll.PollSource;
import com.cliqtel.camel.query.GetAction;
import com.cliqtel.camel.query.ListAction;
import com.cliqtel.camel.query.NumbersAction;
import com.cliqtel.camel.send.EstimateAction;
import com.cliqtel.camel.send.SendAction;
import com.cliqtel.camel.send.TextSettings;
import com.cliqtel.camel.webhook.CliqtelWebhookConsumer;
import com.cliqtel.camel.webhook.WebhookSettings;
import com.cliqtel.camel.webhook.WebhookUrl;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollEndpoint;

/** The operations: name, options, and the producer's action or the consumer of each. Internal. */
public enum CliqtelOperation {
    SEND(
            endpoint -> new SendAction(
                    endpoint, endpoint.services(), endpoint.getComponent()::sends, endpoint.sendSettings()),
            AddressOptions.class,
            SendOptions.class,
            TextOptions.class,
            RetryOptions.class,
            LedgerOptions.class),
    LIST(
            endpoint -> new ListAction(endpoint.services(), endpoint.inputs(), endpoint.getList()),
            AddressOptions.class,
            ListOptions.class,
            NumberFilterOptions.class,
            RetryOptions.class),
    GET(endpoint -> new GetAction(endpoint.services(), endpoint.inputs()), GetOptions.class, RetryOptions.class),
    NUMBERS(endpoint -> new NumbersAction(endpoint.services()), RetryOptions.class),
    ESTIMATE(endpoint -> new EstimateAction(TextSettings.of(endpoint.getText())), TextOptions.class),
    WEBHOOK(
            (endpoint, processor) -> new CliqtelWebhookConsumer(
                    endpoint,
                    processor,
                    endpoint.services(),
                    endpoint.getComponent().callbacks().registration(() -> WebhookUrl.of(endpoint)),
                    () -> WebhookSettings.of(endpoint, endpoint.services())),
            WebhookOptions.class,
            EventFilterOptions.class,
            StatusFilterOptions.class,
            LedgerOptions.class),
    INBOUND(PollSource.INBOUND),
    STATUS(PollSource.STATUS, StatusPollOptions.class, StatusFilterOptions.class);

    private final Set<String> options;
    private final Function<CliqtelEndpoint, ProducerAction> action;
    private final BiFunction<CliqtelEndpoint, Processor, Consumer> consumer;
    private final PollSource source;

    CliqtelOperation(Function<CliqtelEndpoint, ProducerAction> action, Class<?>... groups) {
        this(action, null, null, OptionNames.in(groups));
    }

    CliqtelOperation(BiFunction<CliqtelEndpoint, Processor, Consumer> consumer, Class<?>... groups) {
        this(null, consumer, null, OptionNames.in(groups));
    }

    CliqtelOperation(PollSource source, Class<?>... groups) {
        this(
                null,
                (endpoint, processor) -> new CliqtelScheduledConsumer(
                        endpoint,
                        processor,
                        endpoint.services(),
                        endpoint.getComponent()::inboxes,
                        PollSettings.of(source, endpoint)),
                source,
                polling(groups));
    }

    CliqtelOperation(
            Function<CliqtelEndpoint, ProducerAction> action,
            BiFunction<CliqtelEndpoint, Processor, Consumer> consumer,
            PollSource source,
            Set<String> options) {
        this.action = action;
        this.consumer = consumer;
        this.source = source;
        this.options = options;
    }

    private static Set<String> polling(Class<?>... own) {
        Set<String> common = OptionNames.in(
                NumberFilterOptions.class,
                PollOptions.class,
                PollSizeOptions.class,
                RetryOptions.class,
                LedgerOptions.class,
                ScheduledPollEndpoint.class);
        return Stream.of(common, OptionNames.in(own)).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the operation's name in an endpoint URI. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Creates the action of a producer; empty for an operation of a consumer. */
    Optional<ProducerAction> action(CliqtelEndpoint endpoint) {
        return Optional.ofNullable(action).map(create -> create.apply(endpoint));
    }

    /** Creates the consumer; empty for an operation of a producer. */
    Optional<Consumer> consumer(CliqtelEndpoint endpoint, Processor processor) {
        return Optional.ofNullable(consumer).map(create -> create.apply(endpoint, processor));
    }

    /** Returns what it polls; empty if it doesn't poll. */
    Optional<PollSource> pollSource() {
        return Optional.ofNullable(source);
    }

    /** Returns whether it is used in {@code from}, not in {@code to}. */
    boolean consumes() {
        return consumer != null;
    }

    /** Returns the options of this operation, without those that all operations have. */
    Set<String> options() {
        return options;
    }

    /** Returns the options that a dynamic endpoint may set for each exchange, while its endpoint stays the same. */
    Set<String> perExchangeOptions() {
        return options.stream()
                .filter(option -> action != null && !Parameter.ofOption(option).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws IllegalArgumentException when there is no such operation; the message lists the operations */
    static CliqtelOperation named(String word) {
        return Stream.of(values())
                .filter(operation -> operation.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown operation '" + word + "' in cliqtel:" + word
                        + ": the known ones are " + words(Set.of(values()))));
    }

    /** @throws IllegalArgumentException when an option belongs to other operations; the message names them */
    void refuseForeign(Set<String> given) {
        for (String option : given) {
            boolean grouped = option.contains(".") && !option.startsWith("http.");
            if (grouped && (source == null || !option.startsWith("scheduler."))) {
                throw new IllegalArgumentException(
                        "The option " + option + " is none of cliqtel:" + word() + ": write its name without a group");
            }
            if (option.contains("-") && UriValues.isSame("apiKey", option)) {
                throw new IllegalArgumentException("The option " + option
                        + " has a hyphen, and Camel shows its value in logs and JMX: write apiKey, which Camel masks");
            }
            Set<CliqtelOperation> owners = Stream.of(values())
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
