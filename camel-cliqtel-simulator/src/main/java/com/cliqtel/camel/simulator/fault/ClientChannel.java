/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.time.Duration;

/**
 * The connection to a client that waits for an answer, with one method for each {@link Symptom}. The server implements it; one
 * method is called, once.
 */
public interface ClientChannel {

    /**
     * Sends the answer of a fault.
     *
     * @param reply the answer
     */
    void answer(Reply reply);

    /** Sends the real answer. */
    void answerNormally();

    /** Sends the real answer without its {@code id}. */
    void answerWithoutId();

    /**
     * Announces the length of the whole real answer, sends half of its body, and ends the connection.
     *
     * @param ending how
     */
    void cutOff(Ending ending);

    /** Ends the connection by a TCP reset. */
    void reset();

    /** Closes the connection. */
    void close();

    /** Sends nothing until the client closes the connection. */
    void neverAnswer();

    /**
     * Applies a symptom later, and sends nothing until then.
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
