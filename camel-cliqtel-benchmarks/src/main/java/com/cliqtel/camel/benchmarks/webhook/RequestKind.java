/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.webhook;

/** A kind of request, and its expected answer. */
public enum RequestKind {
    /** Signed by Cliqtel, and new. */
    SIGNED(0, 200),
    /** With the signature of another one, which is well-formed. */
    FORGED(1, 403);

    private final int signatureOf;
    private final int answer;

    RequestKind(int signatureOf, int answer) {
        this.signatureOf = signatureOf;
        this.answer = answer;
    }

    /** Which event's signature it bears. */
    int signatureOf(int event) {
        return event + signatureOf;
    }

    void check(int status) {
        if (status != answer) {
            throw new IllegalStateException("answered " + status + ", not " + answer + ": nothing was measured");
        }
    }
}
