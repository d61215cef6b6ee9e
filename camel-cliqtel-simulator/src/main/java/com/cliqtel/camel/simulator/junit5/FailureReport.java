/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.junit5;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.time.ManualTime;
import com.cliqtel.camel.simulator.time.SimulatedTime;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery.Answered;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery.Failed;

/** The message of a failed expectation: what was expected, and what the simulator received. Without keys and secrets. */
record FailureReport(Simulator simulator, SimulatedTime time) {

    private static final int MOST = 20;

    void require(boolean right, String expected, Object instead) {
        if (!right) {
            String report = "Expected: " + expected + "\nbut saw: " + instead
                    + lines("messages", simulator.messages(), FailureReport::line)
                    + lines("calls", simulator.calls(), Object::toString)
                    + lines("webhooks", simulator.webhooks(), FailureReport::line)
                    + clock();
            throw new AssertionError(
                    report.replace(simulator.apiKey(), "[key]").replace(simulator.webhookSecret(), "[secret]"));
        }
    }

    static String times(int times) {
        return times == 1 ? "once" : times + " times";
    }

    private static <T> String lines(String name, List<T> all, Function<T, String> line) {
        List<Repeated> lines = new ArrayList<>();
        for (T each : all) {
            Repeated last = lines.isEmpty() ? Repeated.NONE : lines.get(lines.size() - 1);
            String next = line.apply(each);
            if (last.line().equals(next)) {
                lines.set(lines.size() - 1, new Repeated(next, last.times() + 1));
            } else {
                lines.add(new Repeated(next, 1));
            }
        }
        int left = Math.max(0, lines.size() - MOST);
        String title =
                "\n" + name + (all.isEmpty() ? ": none" : left == 0 ? ":" : ": " + left + " lines before these:");
        return lines.stream().skip(left).map(Repeated::toString).collect(Collectors.joining("", title, ""));
    }

    /** A line and the number of its repetitions in a row. */
    private record Repeated(String line, int times) {

        static final Repeated NONE = new Repeated("", 0);

        @Override
        public String toString() {
            return "\n  " + line + (times == 1 ? "" : ", " + times + " times");
        }
    }

    private static String line(Message message) {
        return message.id() + " " + message.direction().word() + " " + message.from() + " -> " + message.to() + " "
                + message.status().word() + " \"" + message.body() + '"';
    }

    private static String line(WebhookDelivery webhook) {
        String outcome = webhook.outcome() instanceof Answered answered
                ? String.valueOf(answered.status())
                : "no answer (" + ((Failed) webhook.outcome()).reason() + ")";
        return "message " + webhook.messageId() + " to " + webhook.url() + " " + webhook.body()
                + (webhook.forgery() == null ? "" : " forged") + " -> " + outcome;
    }

    private String clock() {
        return time instanceof ManualTime
                ? "\nIt is " + time.now() + ", and stays so until when().timePasses(…)"
                : "\nIt is " + time.now();
    }
}
