/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import com.cliqtel.camel.proofs.settings.TimeScale;

/** A way of sending, and what is promised for it. */
public final class SendPolicy {

    private static final double MOST_UNKNOWN = 12.5;
    private static final double LEAST_SENT = 97;

    private static final List<Promise> ALWAYS = List.of(
            new Promise(
                    "doubled 0",
                    run -> run.comparison().doubled() == 0 && run.comparison().doubledByText() == 0),
            new Promise("lost 0", run -> run.comparison().lost() == 0),
            new Promise("none denied that was sent", run -> run.comparison().wronglyDenied() == 0),
            new Promise("each told once", run -> run.comparison().notEndedOnce() == 0),
            new Promise(
                    "each told in one of the component's ways",
                    run -> run.comparison().ended(SendOutcome.Kind.OTHER) == 0));

    /** {@code unknownOutcome=reconcile}, settling for 60 s. */
    public static final SendPolicy RECONCILE = component(
            "reconcile",
            TimeScale::settlingTime,
            new Promise("unknown below " + MOST_UNKNOWN + " %", run -> run.percentUnknown() < MOST_UNKNOWN));

    /** {@code unknownOutcome=resend}, settling for 240 s. */
    public static final SendPolicy RESEND = component(
            "resend",
            TimeScale::settlingTimeBeforeResend,
            new Promise("sent at least " + LEAST_SENT + " %", run -> run.percentSent() >= LEAST_SENT));

    /** A client that tries again whatever went wrong: nothing is promised of it. */
    public static final SendPolicy PLAIN = new SendPolicy("plain retries", RetryingHttpClient::new, List.of());

    private final String name;
    private final ClientFactory factory;
    private final List<Promise> promises;

    private SendPolicy(String name, ClientFactory opening, List<Promise> promises) {
        this.name = name;
        this.factory = opening;
        this.promises = promises;
    }

    /** Creates a client. */
    @FunctionalInterface
    interface ClientFactory {
        SmsClient open(SendTarget place) throws Exception;
    }

    private static SendPolicy component(
            String unknownOutcome, Function<TimeScale, Duration> settlingTime, Promise promise) {
        return new SendPolicy(
                unknownOutcome,
                place -> new ComponentClient(place, unknownOutcome, settlingTime.apply(place.scale())),
                Stream.concat(ALWAYS.stream(), Stream.of(promise)).toList());
    }

    SmsClient open(SendTarget place) throws Exception {
        return factory.open(place);
    }

    /** The promises that a run broke, in a few words each. */
    List<String> broken(SendsResult run) {
        return promises.stream()
                .filter(promise -> !promise.kept().test(run))
                .map(Promise::words)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
