/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.util.Map;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.Outcome;
import org.apache.camel.Exchange;

/**
 * The outcome of a send, as its caller sees it.
 *
 * @param kind the kind of outcome
 * @param id the message's id; null if the caller got none
 */
public record SendOutcome(Kind kind, Long id) {

    private static final Map<Outcome, Kind> UNANSWERED = Map.of(
            Outcome.SENT, Kind.SENT_AS_UNKNOWN_ID,
            Outcome.UNKNOWN, Kind.UNKNOWN,
            Outcome.NOT_SENT, Kind.NOT_SENT);

    /** The ways. */
    public enum Kind {
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

    /** As the message with this id. */
    public static SendOutcome sent(long id) {
        return new SendOutcome(Kind.SENT, id);
    }

    /** How a send ended, by its exchange. */
    public static SendOutcome of(Exchange exchange) {
        Exception failure = exchange.getException();
        if (failure == null) {
            return sent(exchange.getMessage().getHeader(CliqtelConstants.MESSAGE_ID, Long.class));
        }
        if (failure instanceof CliqtelRejectedException) {
            return without(Kind.REJECTED);
        }
        if (failure instanceof CliqtelThrottledException) {
            return without(Kind.THROTTLED);
        }
        return without(failure instanceof CliqtelException known ? UNANSWERED.get(known.getOutcome()) : Kind.OTHER);
    }

    /** In a way that has no id. */
    public static SendOutcome without(Kind kind) {
        return new SendOutcome(kind, null);
    }

    /** Whether its sender was told that there is no such message, so that he may send it by other means. */
    public boolean isDenied() {
        return kind == Kind.REJECTED || kind == Kind.THROTTLED || kind == Kind.NOT_SENT;
    }
}
