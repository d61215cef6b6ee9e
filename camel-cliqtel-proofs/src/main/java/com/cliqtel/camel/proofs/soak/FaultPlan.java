/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.time.Duration;
import java.util.List;

import com.cliqtel.camel.proofs.settings.TimeScale;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Mix;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.webhook.WebhookSettings;

import static com.cliqtel.camel.simulator.fault.Fault.afterAcceptance;
import static com.cliqtel.camel.simulator.fault.Fault.beforeAcceptance;
import static com.cliqtel.camel.simulator.fault.Fault.lateAcceptance;

/** The faults, delays and webhook settings of a soak. */
final class FaultPlan {

    private static final double SLOW = 15;
    private static final double FORGED = 0.05;

    private final long seed;
    private final TimeScale timeScale;

    FaultPlan(long seed, TimeScale timeScale) {
        this.seed = seed;
        this.timeScale = timeScale;
    }

    /** Of single calls. */
    FaultRule[] rules() {
        return new FaultRule[] {
            FaultRule.sends(sends()), FaultRule.calls(reads()).where(call -> !call.isSend())
        };
    }

    private Mix sends() {
        return Mix.seeded(seed)
                .with(0.1, beforeAcceptance(Symptom.tooManyRequests().retryAfter(1)))
                .with(1, beforeAcceptance(Symptom.reset()))
                .with(1, afterAcceptance(Symptom.reset()))
                .with(0.5, afterAcceptance(Symptom.closed()))
                .with(0.3, beforeAcceptance(Symptom.silence()))
                .with(0.3, afterAcceptance(Symptom.silence()))
                .with(0.3, lateAcceptance(timeScale.late(), Symptom.silence()).named("silence, accepted late"))
                .with(0.1, lateAcceptance(timeScale.latest(), Symptom.reset()).named("reset, accepted very late"))
                .with(1, beforeAcceptance(Symptom.status(503).html()))
                .with(1, afterAcceptance(Symptom.status(502).html()))
                .with(1, afterAcceptance(Symptom.truncated()))
                .with(0.4, afterAcceptance(Symptom.withoutId()))
                .with(2, afterAcceptance(Symptom.slow(timeScale.of(SLOW))))
                .with(0.5, beforeAcceptance(Symptom.status(422).error("validation_error", "The to field is invalid")))
                .with(0.5, beforeAcceptance(Symptom.status(500).error("send_failed", "Carrier rejected the message")));
    }

    private Mix reads() {
        return Mix.seeded(seed)
                .with(0.1, beforeAcceptance(Symptom.tooManyRequests().retryAfter(1)))
                .with(1, beforeAcceptance(Symptom.status(503).html()))
                .with(1, beforeAcceptance(Symptom.reset()))
                .with(1, afterAcceptance(Symptom.truncated()))
                .with(0.4, beforeAcceptance(Symptom.silence()))
                .with(1.5, afterAcceptance(Symptom.slow(timeScale.of(SLOW))));
    }

    /** What strikes every call for a while, by turns. */
    List<Fault> storms() {
        return List.of(
                beforeAcceptance(Symptom.tooManyRequests().retryAfter(1)).named("storm of 429"),
                beforeAcceptance(Symptom.status(503).html()).named("storm of 503, not accepted"),
                afterAcceptance(Symptom.reset()).named("storm of resets, accepted"));
    }

    /** How long a storm lasts. */
    Duration storm() {
        return timeScale.of(30);
    }

    /** Late, twice, out of order, in part forged, and repeated for longer than a restart takes. */
    WebhookSettings webhooks() {
        Duration[] repeats = new Duration[60];
        for (int attempt = 0; attempt < repeats.length; attempt++) {
            repeats[attempt] = Duration.ofMillis(Math.min(4_000, 500L * (attempt + 1)));
        }
        return WebhookSettings.PLAIN
                .seeded(seed)
                .late(timeScale.of(20))
                .copies(2)
                .inAnyOrder()
                .forged(FORGED)
                .repeats(repeats);
    }
}
