/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.util.Optional;
import java.util.function.Supplier;

import com.cliqtel.camel.simulator.fault.Acceptance;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.Faults;
import com.cliqtel.camel.simulator.fault.Hold;
import com.cliqtel.camel.simulator.fault.IncomingCall;
import com.cliqtel.camel.simulator.fault.Strike;
import com.cliqtel.camel.simulator.json.Addressed;
import com.cliqtel.camel.simulator.time.SimulatedTime;

/** Lets go wrong what shall: the one place that answers later than at once, or not at all. */
final class Striking {

    private final Faults faults;
    private final Stamping account;
    private final CallLog log;
    private final SimulatedTime time;

    Striking(Faults faults, Stamping account, CallLog log, SimulatedTime time) {
        this.faults = faults;
        this.account = account;
        this.log = log;
        this.time = time;
    }

    boolean endsEarly(ApiCall head, Caller caller) {
        Optional<Strike> strike = faults.early(seen(head, new Addressed(null, null)));
        strike.ifPresent(found -> begin(found, head, null, caller));
        return strike.isPresent();
    }

    void take(ApiCall call, Caller caller) {
        IncomingCall seen = seen(call, Addressed.read(call.body()));
        faults.strike(seen).ifPresentOrElse(strike -> begin(strike, call, seen, caller), () -> answer(call, caller));
    }

    private void answer(ApiCall call, Caller caller) {
        Answer answer = account.answer(call);
        log.answered(call, answer, null);
        caller.answer(answer);
    }

    private void begin(Strike strike, ApiCall call, IncomingCall seen, Caller caller) {
        if (strike instanceof Fault fault) {
            Supplier<Answer> answer = process(fault.acceptance(), call);
            fault.symptom().on(line(call, fault, answer, caller));
        } else if (strike instanceof Hold hold) {
            hold(hold, call, seen, caller);
        }
    }

    private Supplier<Answer> process(Acceptance acceptance, ApiCall call) {
        if (acceptance instanceof Acceptance.First) {
            Answer answer = account.answer(call);
            return () -> answer;
        }
        if (acceptance instanceof Acceptance.Late late) {
            time.at(time.now().plus(late.delay()), () -> account.answer(call));
        }
        return () -> {
            throw new IllegalStateException("There is no answer before acceptance");
        };
    }

    private void hold(Hold hold, ApiCall call, IncomingCall seen, Caller caller) {
        caller.mayWait();
        Supplier<Answer> answer = () -> account.answer(call);
        if (hold.point() == Hold.Point.AFTER_ACCEPTANCE) {
            Answer ready = account.answer(call);
            answer = () -> ready;
        }
        StruckLine line = line(call, hold, answer, caller);
        hold.arrived(seen, symptom -> symptom.on(line));
    }

    private StruckLine line(ApiCall call, Strike strike, Supplier<Answer> answer, Caller caller) {
        return new StruckLine(new StruckLine.Struck(call, strike.name(), answer, caller), account, log, time);
    }

    private static IncomingCall seen(ApiCall call, Addressed addressed) {
        return new IncomingCall(call.method(), call.path(), call.query(), addressed.to(), addressed.text());
    }
}
