/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.util.List;

import com.cliqtel.camel.proofs.settings.TimeScale;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Mix;
import com.cliqtel.camel.simulator.fault.Symptom;

import static com.cliqtel.camel.simulator.fault.Fault.afterAcceptance;
import static com.cliqtel.camel.simulator.fault.Fault.beforeAcceptance;
import static com.cliqtel.camel.simulator.fault.Fault.lateAcceptance;

/** What goes wrong with the POSTs: a third of them is struck, a fifth so that nobody can say whether it was accepted. */
final class FaultMix {

    /** How many of all POSTs find the port closed, in percent: these the simulator never sees. */
    static final double REFUSED = 5;

    private final List<Row> rows;

    FaultMix(TimeScale scale) {
        this.rows = List.of(
                row(
                        5,
                        "429, Retry-After 0",
                        beforeAcceptance(Symptom.tooManyRequests().retryAfter(0))),
                row(
                        5,
                        "429, Retry-After 1",
                        beforeAcceptance(Symptom.tooManyRequests().retryAfter(1))),
                row(5, "reset, not accepted", beforeAcceptance(Symptom.reset())),
                row(5, "reset, accepted", afterAcceptance(Symptom.reset())),
                row(1.5, "silence, accepted", afterAcceptance(Symptom.silence())),
                row(1.5, "silence, accepted late", lateAcceptance(scale.late(), Symptom.silence())),
                row(2, "silence, not accepted", beforeAcceptance(Symptom.silence())),
                row(
                        1.5,
                        "bare 502, accepted",
                        afterAcceptance(Symptom.status(502).html())),
                row(
                        1.5,
                        "bare 503, not accepted",
                        beforeAcceptance(Symptom.status(503).html())),
                row(1, "201 cut off, accepted", afterAcceptance(Symptom.truncated())),
                row(
                        2,
                        "422",
                        beforeAcceptance(Symptom.status(422).error("validation_error", "The to field is invalid"))),
                row(0.2, "reset, accepted very late", lateAcceptance(scale.latest(), Symptom.reset())));
    }

    /**
     * A kind of fault.
     *
     * @param percent of all POSTs
     * @param fault what it is
     */
    record Row(double percent, Fault fault) {}

    /** The faults of those it sees. */
    List<Row> rows() {
        return rows;
    }

    FaultRule seeded(long seed) {
        Mix mix = Mix.seeded(seed);
        for (Row row : rows) {
            mix = mix.with(row.percent() * 100 / (100 - REFUSED), row.fault());
        }
        return FaultRule.sends(mix);
    }

    private static Row row(double percent, String name, Fault fault) {
        return new Row(percent, fault.named(name));
    }
}
