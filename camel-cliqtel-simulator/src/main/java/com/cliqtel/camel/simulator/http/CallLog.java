/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import com.cliqtel.camel.simulator.log.BoundedLog;
import com.cliqtel.camel.simulator.time.SimulatedTime;

/** Writes down each call once, at its end and before its caller can see that. */
record CallLog(BoundedLog<ReceivedCall> log, SimulatedTime time) {

    /** What an unanswered call has for a status. */
    static final int UNANSWERED = 0;

    void add(ApiCall call, int status, String fault) {
        log.add(ReceivedCall.of(call, status, time.now(), fault));
    }
}
