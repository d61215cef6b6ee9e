/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

/**
 * The parts of a call by which fault rules choose calls. Immutable.
 *
 * @param method such as {@code POST}
 * @param path as it came, percent-encoded, such as {@code /api/v1/sms/messages}
 * @param query as it came, percent-encoded; null when there was none
 * @param to the recipient of a message to send; null when the call is none, its body cannot be read, or has not been read
 *     yet, as for {@link Symptom#earlyReset()}
 * @param text what the message says; null as before
 */
public record IncomingCall(String method, String path, String query, String to, String text) {

    /**
     * Whether it wants to send a message, well-formed or not.
     *
     * @return true for POST /messages
     */
    public boolean isSend() {
        return method.equals("POST") && path.endsWith("/messages");
    }

    /**
     * Says which call it is, but neither to whom nor what it says.
     *
     * @return such as {@code POST /api/v1/sms/messages}
     */
    @Override
    public String toString() {
        return method + " " + path;
    }

    /** Returns a key that is equal for repetitions of a call. */
    String content() {
        return to == null || text == null ? method + '\n' + path + '\n' + query : to + '\n' + text;
    }
}
