/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import com.cliqtel.camel.simulator.fault.Line.Ending;

/**
 * Who waits for the answer to a call. Of the methods that end the waiting one is called, once, by any thread; none of them
 * blocks.
 */
interface Caller {

    /** Says that the answer may take longer than a connection usually stays open. */
    void mayWait();

    void answer(Answer answer);

    /** Promises the whole answer and gives half of its body. */
    void cutOff(Answer answer, Ending ending);

    void end(Ending ending);

    /** Gives nothing, and lets go of everything when the other side does. */
    void ignore();
}
