/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

/**
 * How a send ended, as its sender was told.
 *
 * @param kind in which way
 * @param id the message's; null where none was told
 */
record Ending(Kind kind, Long id) {

    /** The ways. */
    enum Kind {
        /** Sent, as the message with an id. */
        SENT,
        /** Sent, but nobody knows as which message. */
        SENT_AS_UNKNOWN_ID,
        /** Refused. */
        REJECTED,
        /** Sent or not. */
        UNKNOWN,
        /** Not sent, for the rate. */
        THROTTLED,
        /** Not sent. */
        NOT_SENT,
        /** In a way that is none of the component's: a mistake. */
        OTHER
    }

    static Ending sent(long id) {
        return new Ending(Kind.SENT, id);
    }

    static Ending without(Kind kind) {
        return new Ending(kind, null);
    }

    /** Whether its sender was told that there is no such message, so that he may send it by other means. */
    boolean isDenied() {
        return kind == Kind.REJECTED || kind == Kind.THROTTLED || kind == Kind.NOT_SENT;
    }
}
