/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.account.Direction;
import com.cliqtel.camel.simulator.account.ListLag;
import com.cliqtel.camel.simulator.account.ListOrder;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.account.Status;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.http.ReceivedCall;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery;

/** The simulated account of a soak, with its faults. */
final class SoakAccount implements AutoCloseable {

    private static final double DELIVERY = 40;
    private static final double LAG = 20;
    private static final String UNLUCKY = "7";

    private final Simulator simulator;
    private final FaultPlan faults;
    private final List<Fault> storms;
    private final AtomicLong stormy = new AtomicLong();
    private final AtomicLong arrived = new AtomicLong();
    private long callsSeen;
    private long webhooksSeen;

    SoakAccount(SoakPlan plan) {
        this.faults = new FaultPlan(plan.seed(), plan.timeScale());
        this.storms = faults.storms();
        this.simulator = Simulator.builder()
                .balance(new BigDecimal("1000000"))
                .requestsPerMinute(plan.requestsPerMinute())
                .messagesPerSecond(plan.messagesPerSecond())
                .deliveryTime(plan.timeScale().of(DELIVERY))
                .fails(to -> to.endsWith(UNLUCKY))
                .listOrder(ListOrder.UNSTABLE_TIES)
                .listLag(ListLag.upTo(plan.timeScale().of(LAG), plan.seed()))
                .webhooks(faults.webhooks())
                .faults(faults.rules())
                .start();
    }

    ApplicationSettings account(SoakPlan plan, String database) {
        return new ApplicationSettings(
                simulator.baseUrl().toString(),
                simulator.apiKey(),
                simulator.webhookSecret(),
                plan.requestsPerMinute(),
                plan.messagesPerSecond(),
                plan.timeScale(),
                database);
    }

    /** Strikes all calls for a while. */
    void storm() {
        simulator.faults().storm(faults.storm(), storms.get((int) (stormy.getAndIncrement() % storms.size())));
    }

    /** No fault from now on. */
    void calm() {
        simulator.faults().clear();
    }

    /** An SMS arrives. */
    void receive(Counts counts) {
        String to = simulator.numbers().get(0).number();
        long number = arrived.incrementAndGet();
        counts.inbound.expect(simulator
                .receive("+316" + (20_000_000 + number), to, "Where is my parcel?")
                .id());
    }

    /** Counts the calls and webhooks since the last time: it keeps them for a while only. */
    synchronized void count(Counts counts) {
        for (ReceivedCall call : simulator.calls()) {
            if (call.number() > callsSeen) {
                callsSeen = call.number();
                counts.add(Counts.FAULT + (call.fault() == null ? "none" : call.fault()));
            }
        }
        for (WebhookDelivery webhook : simulator.webhooks()) {
            if (webhook.number() > webhooksSeen) {
                webhooksSeen = webhook.number();
                count(webhook, counts);
            }
        }
    }

    private static void count(WebhookDelivery webhook, Counts counts) {
        boolean genuine = webhook.origin() == WebhookDelivery.Origin.ACCOUNT;
        counts.add(genuine ? Counts.WEBHOOKS : Counts.FORGED);
        if (!genuine && webhook.isAccepted()) {
            counts.add(Counts.BELIEVED);
        }
    }

    /** What must have been told when all is over: two reports of each message, and the final status of those that are polled. */
    void expectReports(Counts counts) {
        for (Message message : outbound()) {
            counts.reports.expect(new Counts.State(message.id(), Status.SENT.word()));
            if (message.status().isFinal()) {
                Counts.State end =
                        new Counts.State(message.id(), message.status().word());
                counts.reports.expect(end);
                if (message.numberId() == SoakPlan.POLLED_NUMBER) {
                    counts.finals.expect(end);
                }
            }
        }
    }

    /** What the webhooks of a report were answered with, the genuine ones in order, as far as it is remembered. */
    String answers(Counts.State report) {
        return simulator.webhooks().stream()
                .filter(webhook -> webhook.origin() == WebhookDelivery.Origin.ACCOUNT)
                .filter(webhook -> webhook.messageId() == report.id())
                .filter(webhook -> webhook.body().contains('"' + report.status() + '"'))
                .map(webhook -> webhook.at() + " " + webhook.attempt() + ": " + webhook.outcome())
                .collect(Collectors.joining(", ", report + ": ", ""));
    }

    /** Whether each message has come to its end. */
    boolean isAtRest() {
        return outbound().stream().allMatch(message -> message.status().isFinal());
    }

    /** All that was ever accepted. */
    List<Message> outbound() {
        return simulator.messages().stream()
                .filter(message -> message.direction() == Direction.OUTBOUND)
                .toList();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
