/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.util.Optional;
import java.util.function.Supplier;

import com.cliqtel.camel.simulator.fault.Acceptance;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.Faults;
import com.cliqtel.camel.simulator.fault.Hold;
import com.cliqtel.camel.simulator.fault.IncomingCall;
import com.cliqtel.camel.simulator.fault.Injection;
import com.cliqtel.camel.simulator.json.RecipientAndText;
import com.cliqtel.camel.simulator.time.SimulatedTime;

/** Applies faults and holds to calls. Only this class answers a call later or not at all. */
final class FaultInjector {

    private final Faults faults;
    private final HeaderFilter account;
    private final CallLog log;
    private final SimulatedTime time;

    FaultInjector(Faults faults, HeaderFilter account, CallLog log, SimulatedTime time) {
        this.faults = faults;
        this.account = account;
        this.log = log;
        this.time = time;
    }

    boolean endsEarly(ApiCall head, PendingResponse caller) {
        Optional<Injection> injection = faults.injectEarly(seen(head, new RecipientAndText(null, null)));
        injection.ifPresent(found -> begin(found, head, null, caller));
        return injection.isPresent();
    }

    void take(ApiCall call, PendingResponse caller) {
        IncomingCall seen = seen(call, RecipientAndText.read(call.body()));
        faults.inject(seen)
                .ifPresentOrElse(injection -> begin(injection, call, seen, caller), () -> answer(call, caller));
    }

    private void answer(ApiCall call, PendingResponse caller) {
        Answer answer = account.answer(call);
        log.answered(call, answer, null);
        caller.answer(answer);
    }

    private void begin(Injection injection, ApiCall call, IncomingCall seen, PendingResponse caller) {
        if (injection instanceof Fault fault) {
            Supplier<Answer> answer = process(fault.acceptance(), call);
            fault.symptom().on(channel(call, fault, answer, caller));
        } else if (injection instanceof Hold hold) {
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

    private void hold(Hold hold, ApiCall call, IncomingCall seen, PendingResponse caller) {
        caller.allowLongWait();
        Supplier<Answer> answer = () -> account.answer(call);
        if (hold.point() == Hold.Point.AFTER_ACCEPTANCE) {
            Answer ready = account.answer(call);
            answer = () -> ready;
        }
        FaultyChannel channel = channel(call, hold, answer, caller);
        hold.arrived(seen, symptom -> symptom.on(channel));
    }

    private FaultyChannel channel(ApiCall call, Injection injection, Supplier<Answer> answer, PendingResponse caller) {
        return new FaultyChannel(
                new FaultyChannel.FaultedCall(call, injection.name(), answer, caller), account, log, time);
    }

    private static IncomingCall seen(ApiCall call, RecipientAndText addressed) {
        return new IncomingCall(call.method(), call.path(), call.query(), addressed.to(), addressed.text());
    }
}
