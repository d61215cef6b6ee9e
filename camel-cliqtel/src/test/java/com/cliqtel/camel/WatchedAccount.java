/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.time.Duration;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.ScheduledPollConsumer;

import static com.cliqtel.camel.WebhookServer.SECRET;
import static com.cliqtel.camel.WebhookServer.report;
import static com.cliqtel.camel.simulator.fault.Fault.afterAcceptance;
import static com.cliqtel.camel.simulator.fault.Fault.beforeAcceptance;

/** An application that Prometheus watches, with routes for everything the component does. */
final class WatchedAccount implements AutoCloseable {

    private final PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Simulator simulator;
    private final WebhookServer server;

    WatchedAccount(Simulator simulator) throws Exception {
        this.simulator = simulator;
        server = WebhookServer.start(new RouteBuilder() {
            @Override
            public void configure() {
                getContext().getRegistry().bind("watching", prometheus);
                Account.connect(getContext(), simulator);
                getContext().getComponent("cliqtel", CliqtelComponent.class).setSettlingTime(Duration.ofMillis(200));
                onException(CliqtelException.class).handled(true).stop();
                from("direct:send").to("cliqtel:send?to=" + Account.TO);
                from("direct:get").to("cliqtel:get");
                from("cliqtel:inbound?startScheduler=false").routeId("in").to("mock:in");
                from("cliqtel:webhook?webhookVerifyToken=" + SECRET)
                        .routeId("hook")
                        .to("mock:hook");
            }
        });
    }

    void doEverything() throws Exception {
        ProducerTemplate producer = server.context().createProducerTemplate();
        producer.sendBody("direct:send", "canary that arrives");
        nextSend(beforeAcceptance(Symptom.status(429).retryAfter("0")));
        producer.sendBody("direct:send", "canary that waits");
        nextSend(afterAcceptance(Symptom.closed()));
        producer.sendBody("direct:send", "canary whose answer is lost");
        nextSend(beforeAcceptance(Symptom.closed()));
        producer.sendBody("direct:send", "canary that is lost");
        for (int times = 0; times < 2; times++) {
            producer.sendBodyAndHeader("direct:send", "canary, once", CliqtelConstants.IDEMPOTENCY_KEY, "order-1");
        }
        producer.sendBody("direct:get", 999_999L);
        simulator.receive("+31687654321", Account.FROM, "canary");
        ((ScheduledPollConsumer) server.context().getRoute("in").getConsumer()).run();
        server.send(server.signed(report(42, "delivered")));
        server.send(server.signed(report(43, "delivered")).setHeader("X-Cliqtel-Signature", "forged"));
    }

    private void nextSend(Fault fault) {
        simulator.faults().add(FaultRule.sends(fault).next(1));
    }

    /** What Prometheus would be told now. */
    String scrape() {
        return prometheus.scrape();
    }

    PrometheusMeterRegistry registry() {
        return prometheus;
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
