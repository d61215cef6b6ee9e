/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.time.Duration;

/**
 * The line to a client that waits for an answer, and what can happen on it: one method for each {@link Symptom}. It is
 * the server that implements it; one method is called once.
 */
public interface Line {

    /**
     * Gives an answer that was made up.
     *
     * @param reply which
     */
    void answer(Reply reply);

    /** Gives the answer the call has really got. */
    void answerTruly();

    /** Gives the answer the call has really got, but no {@code id} in it. */
    void answerWithoutId();

    /**
     * Promises the whole of the real answer in {@code Content-Length}, sends half of its body, and ends.
     *
     * @param ending how
     */
    void cutOff(Ending ending);

    /** Ends the connection by a TCP reset. */
    void reset();

    /** Ends the connection as if all were said. */
    void close();

    /** Says nothing until the client goes away. */
    void staySilent();

    /**
     * Lets something happen later; nothing until then.
     *
     * @param delay in the simulator's time
     * @param then what
     */
    void later(Duration delay, Symptom then);

    /** How a connection ends. */
    enum Ending {
        /** By FIN: the client reads the end of the stream. */
        CLOSE,
        /** By RST: the client reads "connection reset". */
        RESET
    }
}
