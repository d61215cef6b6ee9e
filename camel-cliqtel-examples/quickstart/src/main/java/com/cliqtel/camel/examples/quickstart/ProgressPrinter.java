/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.quickstart;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.cliqtel.camel.model.DeliveryStatus;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.SmsNumber;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.model.WebhookContent;

/** Prints one line for each step. Routes call it as the bean {@code printer}. */
public final class ProgressPrinter {

    private final PrintStream out;
    private final Map<Long, DeliveryStatus> found = new ConcurrentHashMap<>();

    ProgressPrinter(PrintStream out) {
        this.out = out;
    }

    /** The account's numbers. */
    public void numbers(List<SmsNumber> numbers) {
        line(
                "numbers",
                numbers.stream()
                        .map(number -> number.number() + " (" + number.countryCode() + ")")
                        .collect(Collectors.joining(", ")));
    }

    /** The API took an SMS. */
    public void accepted(Sms sms) {
        line(
                "send",
                "accepted as message %d: %d %s, %s %s, %s"
                        .formatted(
                                sms.id(),
                                sms.segments(),
                                sms.segments() == 1 ? "segment" : "segments",
                                sms.cost().toPlainString(),
                                sms.currency(),
                                sms.status()));
    }

    /** A webhook with a valid signature arrived. */
    public void reported(WebhookContent content) {
        line(
                "webhook",
                content instanceof StatusUpdate update
                        ? "message " + update.id() + " is " + update.status()
                        : content.event());
    }

    /** The API returned a message; printed only if its status is new. */
    public void found(Sms sms) {
        if (!sms.status().equals(found.put(sms.id(), sms.status()))) {
            line("get", "message " + sms.id() + " is " + sms.status());
        }
    }

    /** The newest messages. */
    public void messages(List<Sms> messages) {
        messages.forEach(sms -> line(
                "messages",
                "%d  %s -> %s  %s  %s".formatted(sms.id(), sms.from(), sms.to(), sms.status(), sms.body())));
    }

    /** A forged webhook was answered. */
    void forged(int answer) {
        line("forged", "refused with " + answer + ", no route ran");
    }

    void says(String sentence) {
        out.println(sentence);
    }

    private void line(String topic, String text) {
        out.println("  %-10s  %s".formatted(topic, text));
    }
}
