/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.StatusUpdate;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** What an application does with the component: all of it. One run in fifty of a consumer's route fails. */
final class Routes extends RouteBuilder {

    static final String WITH_KEY = "direct:with-key";
    static final String WITHOUT_KEY = "direct:without-key";
    /** What is read now and then, by the names of routes. */
    static final String READS = "direct:read-";

    private static final double FAILING = 0.02;

    private final Pace pace;
    private final Voice voice;
    private final AtomicLong runs = new AtomicLong();

    Routes(Pace pace, Voice voice) {
        this.pace = pace;
        this.voice = voice;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        send(WITH_KEY, "resend", pace.settlingTimeBeforeResend().toMillis());
        send(WITHOUT_KEY, "reconcile", pace.settlingTime().toMillis());
        from("cliqtel:webhook").process(this::report);
        String polling = "startFrom=beginning&initialDelay=100&overlap="
                + pace.overlap().toMillis() + "&delay=" + pace.poll().toMillis();
        from("cliqtel:inbound?" + polling).process(this::inbound);
        from("cliqtel:status?numberId=" + Plan.POLLED_NUMBER + "&" + polling).process(this::status);
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
        voice.say("REPORT", update.id(), update.status().word());
    }

    private void inbound(Exchange exchange) throws Exception {
        Sms sms = exchange.getMessage().getMandatoryBody(Sms.class);
        failNowAndThen(sms.id());
        voice.say("INBOUND", sms.id());
    }

    private void status(Exchange exchange) throws Exception {
        StatusUpdate update = exchange.getMessage().getMandatoryBody(StatusUpdate.class);
        failNowAndThen(update.id());
        voice.say("STATUS", update.id(), update.status().word());
    }

    private void failNowAndThen(long id) {
        if (new SplittableRandom(id * 31 + runs.incrementAndGet()).nextDouble() < FAILING) {
            throw new IllegalStateException("now and then, on purpose");
        }
    }
}
