/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.proofs.settings.TimeScale;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Routes that use all of the component's operations. One run in fifty of a consumer's route fails. */
final class SoakRoutes extends RouteBuilder {

    static final String WITH_KEY = "direct:with-key";
    static final String WITHOUT_KEY = "direct:without-key";
    /** What is read now and then, by the names of routes. */
    static final String READS = "direct:read-";

    private static final double FAILING = 0.02;

    private final TimeScale timeScale;
    private final ApplicationOutput output;
    private final AtomicLong runs = new AtomicLong();

    SoakRoutes(TimeScale timeScale, ApplicationOutput output) {
        this.timeScale = timeScale;
        this.output = output;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        send(WITH_KEY, "resend", timeScale.settlingTimeBeforeResend().toMillis());
        send(WITHOUT_KEY, "reconcile", timeScale.settlingTime().toMillis());
        from("cliqtel:webhook").process(this::report);
        String polling = "startFrom=beginning&initialDelay=100&overlap="
                + timeScale.overlap().toMillis() + "&delay=" + timeScale.poll().toMillis();
        from("cliqtel:inbound?" + polling).process(this::inbound);
        from("cliqtel:status?numberId=" + SoakPlan.POLLED_NUMBER + "&" + polling)
                .process(this::status);
        from(READS + "numbers").to("cliqtel:numbers");
        from(READS + "message").to("cliqtel:get");
        from(READS + "page").to("cliqtel:list?perPage=50&direction=outbound");
        from(READS + "stream")
                .to("cliqtel:list?paging=stream&maxResults=300")
                .split(body())
                .streaming()
                .log(org.apache.camel.LoggingLevel.TRACE, "${body.id}")
                .end();
    }

    private void send(String from, String unknownOutcome, long settlingMillis) {
        from(from).to("cliqtel:send?unknownOutcome=" + unknownOutcome + "&settlingTime=" + settlingMillis);
    }

    private void report(Exchange exchange) throws Exception {
        StatusUpdate update = exchange.getMessage().getMandatoryBody(StatusUpdate.class);
        failNowAndThen(update.id());
        output.say("REPORT", update.id(), update.status().word());
    }

    private void inbound(Exchange exchange) throws Exception {
        Sms sms = exchange.getMessage().getMandatoryBody(Sms.class);
        failNowAndThen(sms.id());
        output.say("INBOUND", sms.id());
    }

    private void status(Exchange exchange) throws Exception {
        StatusUpdate update = exchange.getMessage().getMandatoryBody(StatusUpdate.class);
        failNowAndThen(update.id());
        output.say("STATUS", update.id(), update.status().word());
    }

    private void failNowAndThen(long id) {
        if (new SplittableRandom(id * 31 + runs.incrementAndGet()).nextDouble() < FAILING) {
            throw new IllegalStateException("now and then, on purpose");
        }
    }
}
