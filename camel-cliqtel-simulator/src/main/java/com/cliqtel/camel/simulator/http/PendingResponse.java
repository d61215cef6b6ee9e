/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import com.cliqtel.camel.simulator.fault.ClientChannel.Ending;

/**
 * The response that a caller waits for. Exactly one of the completing methods is called, once, by any thread; none of them blocks.
 */
interface PendingResponse {

    /** Disables the idle timeout, because the answer may take longer. */
    void allowLongWait();

    void answer(Answer answer);

    /** Announces the whole length but sends half of the body, then ends the connection. */
    void cutOff(Answer answer, Ending ending);

    void end(Ending ending);

    /** Sends nothing, and releases the connection when the client closes it. */
    void neverAnswer();
}
