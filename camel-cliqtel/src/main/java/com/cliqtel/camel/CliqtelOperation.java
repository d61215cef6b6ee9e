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

import com.cliqtel.camel.exchange.ProducerAction;
import com.cliqtel.camel.options.UriValues;
import com.cliqtel.camel.poll.CliqtelScheduledConsumer;
import com.cliqtel.camel.poll.PollSettings;
import com.cliqtel.camel.poll.PollSource;
import com.cliqtel.camel.query.GetAction;
import com.cliqtel.camel.query.ListAction;
import com.cliqtel.camel.query.NumbersAction;
import com.cliqtel.camel.send.EstimateAction;
import com.cliqtel.camel.send.SendAction;
import com.cliqtel.camel.send.SendSettings;
import com.cliqtel.camel.send.TextSettings;
import com.cliqtel.camel.webhook.CliqtelWebhookConsumer;
import com.cliqtel.camel.webhook.WebhookSettings;
import com.cliqtel.camel.webhook.WebhookUrl;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;

/** The operations: what each is called, which way round it is used, which options are its own, and what does it. Internal. */
public enum CliqtelOperation {
    SEND(
            Set.of(
                    "from",
                    "to",
                    "fromNumberId",
                    "statusCallbackUrl",
                    "allowedCallbackHosts",
                    "maxRetries",
                    "maxWait",
                    "unknownOutcome",
                    "settlingTime",
                    "ledger",
                    "longMessage",
                    "maxSegments",
                    "smartEncoding",
                    "defaultRegion",
                    "allowedRecipients",
                    "dryRun"),
            Set.of("from", "to", "fromNumberId", "statusCallbackUrl"),
            endpoint -> new SendAction(
                    endpoint, endpoint.services(), endpoint.getComponent()::sends, SendSettings.of(endpoint))),
    LIST(
            Set.of(
                    "from",
                    "to",
                    "direction",
                    "status",
                    "numberId",
                    "since",
                    "page",
                    "perPage",
                    "paging",
                    "maxResults",
                    "maxRetries",
                    "maxWait"),
            Set.of("from", "to", "direction", "status", "numberId", "since", "page"),
            endpoint -> new ListAction(endpoint.services(), endpoint.inputs(), endpoint.getList())),
    GET(
            Set.of("messageId", "maxRetries", "maxWait"),
            Set.of("messageId"),
            endpoint -> new GetAction(endpoint.services(), endpoint.inputs())),
    NUMBERS(Set.of("maxRetries", "maxWait"), Set.of(), endpoint -> new NumbersAction(endpoint.services())),
    ESTIMATE(
            Set.of("longMessage", "maxSegments", "smartEncoding"),
            Set.of(),
            endpoint -> new EstimateAction(TextSettings.of(endpoint))),
    WEBHOOK(
            Set.of(
                    "webhookPath",
                    "webhookVerifyToken",
                    "signedContent",
                    "webhookMaxPayloadSize",
                    "webhookMaxAge",
                    "webhookExternalUrl",
                    "events",
                    "statuses",
                    "dropStale",
                    "webhookMaxInflight",
                    "ledger"),
            (endpoint, processor) -> new CliqtelWebhookConsumer(
                    endpoint,
                    processor,
                    endpoint.services(),
                    endpoint.getComponent().callbacks().registration(() -> WebhookUrl.of(endpoint)),
                    () -> WebhookSettings.of(endpoint, endpoint.services()))),
    INBOUND(polling("numberId"), PollSource.INBOUND),
    STATUS(polling("numberId", "giveUpAfter", "statuses"), PollSource.STATUS);

    private final Set<String> options;
    private final Set<String> perExchange;
    private final Function<CliqtelEndpoint, ProducerAction> action;
    private final BiFunction<CliqtelEndpoint, Processor, Consumer> consumer;
    private final PollSource source;

    CliqtelOperation(Set<String> options, Set<String> perExchange, Function<CliqtelEndpoint, ProducerAction> action) {
        this(options, perExchange, action, null, null);
    }

    CliqtelOperation(Set<String> options, BiFunction<CliqtelEndpoint, Processor, Consumer> consumer) {
        this(options, Set.of(), null, consumer, null);
    }

    CliqtelOperation(Set<String> options, PollSource source) {
        this(
                options,
                Set.of(),
                null,
                (endpoint, processor) -> new CliqtelScheduledConsumer(
                        endpoint,
                        processor,
                        endpoint.services(),
                        endpoint.getComponent()::inboxes,
                        PollSettings.of(endpoint, source)),
                source);
    }

    CliqtelOperation(
            Set<String> options,
            Set<String> perExchange,
            Function<CliqtelEndpoint, ProducerAction> action,
            BiFunction<CliqtelEndpoint, Processor, Consumer> consumer,
            PollSource source) {
        this.options = options;
        this.perExchange = perExchange;
        this.action = action;
        this.consumer = consumer;
        this.source = source;
    }

    private static Set<String> polling(String... own) {
        return Stream.concat(
                        Stream.of(own),
                        Stream.of(
                                "startFrom",
                                "overlap",
                                "maxMessagesPerPoll",
                                "maxDeliveryAttempts",
                                "maxRetries",
                                "maxWait",
                                "ledger",
                                // those of every polling consumer of Camel's
                                "startScheduler",
                                "initialDelay",
                                "delay",
                                "timeUnit",
                                "useFixedDelay",
                                "pollStrategy",
                                "runLoggingLevel",
                                "sendEmptyMessageWhenIdle",
                                "greedy",
                                "scheduler",
                                "schedulerProperties",
                                "scheduledExecutorService",
                                "backoffMultiplier",
                                "backoffIdleThreshold",
                                "backoffErrorThreshold",
                                "repeatCount"))
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
        pollSource().ifPresent(polled -> PollSettings.of(endpoint, polled));
        if (this == WEBHOOK) {
            WebhookSettings.check(endpoint);
        }
    }

    /** The options that belong to this operation, and perhaps to others, but not to all. */
    Set<String> options() {
        return options;
    }

    /** The options that a dynamic endpoint may say anew for each exchange, without being another endpoint. */
    Set<String> perExchangeOptions() {
        return perExchange;
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
