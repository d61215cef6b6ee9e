/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.junit5;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.account.Direction;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.account.Status;
import com.cliqtel.camel.simulator.http.ReceivedCall;
import com.cliqtel.camel.simulator.json.WebhookJson;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery.Answered;

/**
 * What must have come of it. What is not there yet is waited for, in real time; what must not be there, must not be there now.
 * Whatever fails does so with an {@link AssertionError} that says what was seen instead. Not for use by several threads.
 */
public final class Then {

    private final Simulator simulator;
    private final FailureReport report;
    private final WaitLimit waitLimit;
    private final Set<Long> expected = new HashSet<>();

    Then(Simulator simulator, FailureReport report, Duration timeout) {
        this.simulator = simulator;
        this.report = report;
        this.waitLimit = new WaitLimit(timeout);
    }

    /**
     * The same, with more or less patience.
     *
     * @param timeout the longest to wait, in real time; zero or more
     * @return another, which knows nothing of what was expected by this one
     */
    public Then within(Duration timeout) {
        return new Then(simulator, report, timeout);
    }

    /**
     * A message was accepted to be sent, once.
     *
     * @param text the whole of it
     * @param more what else it must be like
     * @return this
     */
    public Then accepted(String text, SmsCondition... more) {
        return accepted(1, SmsCondition.text(text).and(more));
    }

    /**
     * Messages were accepted to be sent.
     *
     * @param times how many such; 1 or more
     * @param like what they must be like; nothing for any messages
     * @return this
     */
    public Then accepted(int times, SmsCondition... like) {
        SmsCondition all = SmsCondition.all(like);
        List<Message> found = waitLimit.until(() -> sent(all), seen -> seen.size() >= times);
        report.require(
                found.size() == times, "accepted " + FailureReport.times(times) + ": " + all.words(), found.size());
        found.forEach(message -> expected.add(message.id()));
        return this;
    }

    /**
     * No message was accepted by now.
     *
     * @return this
     */
    public Then acceptedNothing() {
        int sent = sent(SmsCondition.all()).size();
        report.require(sent == 0, "nothing accepted", sent);
        return this;
    }

    /**
     * No message was accepted by now but those expected before, in the same sentence.
     *
     * @return this
     */
    public Then acceptedNothingElse() {
        List<Message> others = sent(new SmsCondition("", message -> !expected.contains(message.id())));
        report.require(others.isEmpty(), "nothing else accepted", others.size());
        return this;
    }

    /**
     * What is left in the wallet.
     *
     * @param eur such as {@code "99.992"}
     * @return this
     */
    public Then wallet(String eur) {
        BigDecimal wanted = new BigDecimal(eur);
        boolean right = waitLimit.until(() -> simulator.balance().compareTo(wanted) == 0, is -> is);
        report.require(right, wanted + " EUR in the wallet", simulator.balance());
        return this;
    }

    /**
     * Calls were made.
     *
     * @param method such as {@code POST}
     * @param path below the base URL, such as {@code /messages}; with a query, if that must be the same too, as it came
     * @return for assertions on the number of calls and their answers
     */
    public ThenAnswers calls(String method, String path) {
        String whole = simulator.baseUrl().getPath() + path;
        return new ThenAnswers(this, report, waitLimit, method + ' ' + path, () -> simulator.calls().stream()
                .filter(call ->
                        call.method().equals(method) && pathOf(call, path).equals(whole))
                .map(ReceivedCall::status)
                .toList());
    }

    /**
     * A message's change of status was reported, by the account.
     *
     * @param id of the message
     * @param status the new one
     * @return for assertions on the number of calls and their answers
     */
    public ThenAnswers webhook(long id, Status status) {
        return webhooks("message " + id + " is " + status.word(), status, of -> of == id);
    }

    /**
     * Messages' change of status was reported, by the account.
     *
     * @param status the new one
     * @param like what the messages are like
     * @return for assertions on the number of calls and their answers
     */
    public ThenAnswers webhook(Status status, SmsCondition... like) {
        SmsCondition all = SmsCondition.all(like);
        LongPredicate which = id -> sent(all).stream().anyMatch(message -> message.id() == id);
        return webhooks(all.words() + ", is " + status.word(), status, which);
    }

    private ThenAnswers webhooks(String words, Status status, LongPredicate which) {
        return new ThenAnswers(this, report, waitLimit, "webhook: " + words, () -> {
            waitLimit.untilQuiet(simulator);
            return simulator.webhooks().stream()
                    .filter(webhook -> webhook.origin() == WebhookDelivery.Origin.ACCOUNT)
                    .filter(webhook -> which.test(webhook.messageId()))
                    .filter(webhook -> WebhookJson.status(webhook.body()).equals(status.word()))
                    .map(webhook -> webhook.outcome() instanceof Answered answered ? answered.status() : 0)
                    .toList();
        });
    }

    private List<Message> sent(SmsCondition like) {
        return simulator.messages().stream()
                .filter(message -> message.direction() == Direction.OUTBOUND)
                .filter(like.isMet())
                .collect(Collectors.toList());
    }

    private static String pathOf(ReceivedCall call, String like) {
        return call.path() + (like.contains("?") ? "?" + call.query() : "");
    }
}
