/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import com.cliqtel.camel.simulator.log.BoundedLog;
import com.cliqtel.camel.simulator.time.SimulatedTime;

/** Writes down each call once, at its end and before its caller can see that; of the newest also what they were answered. */
record CallLog(BoundedLog<ReceivedCall> log, AnswerLog answers, SimulatedTime time) {

    void answered(ApiCall call, Answer answer, String fault) {
        CallResult end = new CallResult(answer, time.now(), fault);
        // by number, so that the answer is there when the call is
        log.add(number -> {
            answers.put(number, answer);
            return ReceivedCall.of(number, call, end);
        });
    }

    void unanswered(ApiCall call, String fault) {
        answered(call, CallResult.NONE, fault);
    }
}
