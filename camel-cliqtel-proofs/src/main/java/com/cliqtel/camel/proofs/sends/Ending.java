/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.util.Map;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.Outcome;
import org.apache.camel.Exchange;

/**
 * How a send ended, as its sender was told.
 *
 * @param kind in which way
 * @param id the message's; null where none was told
 */
public record Ending(Kind kind, Long id) {

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
    public static Ending sent(long id) {
        return new Ending(Kind.SENT, id);
    }

    /** How a send ended, by its exchange. */
    public static Ending of(Exchange exchange) {
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
        return without(
                failure instanceof CliqtelUnavailableException unavailable
                        ? UNANSWERED.get(unavailable.getOutcome())
                        : Kind.OTHER);
    }

    /** In a way that has no id. */
    public static Ending without(Kind kind) {
        return new Ending(kind, null);
    }

    /** Whether its sender was told that there is no such message, so that he may send it by other means. */
    public boolean isDenied() {
        return kind == Kind.REJECTED || kind == Kind.THROTTLED || kind == Kind.NOT_SENT;
    }
}
