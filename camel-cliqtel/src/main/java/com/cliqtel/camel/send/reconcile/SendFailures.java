/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.ErrorFacts;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.text.PhoneNumber;

/** The ways in which a send ends that is not answered for, as exceptions. */
final class SendFailures {

    private SendFailures() {}

    static CliqtelException ledgerUnavailable(RuntimeException cause) {
        return unavailable(
                ErrorCode.LEDGER_UNAVAILABLE, "the ledger cannot be asked; nothing was sent", Outcome.NOT_SENT, cause);
    }

    static CliqtelException inProgress() {
        return unavailable(
                ErrorCode.IN_PROGRESS,
                "an SMS with the same idempotency key is being sent right now, or was when its process ended;"
                        + " hand it over again later",
                Outcome.UNKNOWN,
                null);
    }

    static CliqtelException keyReused() {
        return new CliqtelRejectedException(facts(
                ErrorCode.IDEMPOTENCY_KEY_REUSED,
                "the idempotency key was used for an SMS with another sender, recipient or text; nothing was sent now:"
                        + " use a key of its own for each SMS"));
    }

    static CliqtelException doneWithoutId() {
        return unavailable(
                ErrorCode.ALREADY_SENT,
                "the idempotency key says that it was sent before, and the ledger doesn't keep as which message",
                Outcome.SENT,
                null);
    }

    static CliqtelException sentBefore(long id, Throwable cause) {
        ErrorCode code = cause instanceof CliqtelException known ? known.getCode() : ErrorCode.ALREADY_SENT;
        return unavailable(
                code, "it was sent before, as message " + id + ", which can't be read now", Outcome.SENT, cause);
    }

    static CliqtelException answeredWithAnother() {
        return unavailable(
                ErrorCode.ANSWER_MISMATCH,
                "the API accepted the SMS, but its answer shows another message (another recipient or text, or"
                        + " the id of an earlier send); sending it again would send it twice",
                Outcome.SENT,
                null);
    }

    /** Returns whether the transport didn't send a request because the hold on the key was lost. */
    static boolean isWithheld(Throwable failure) {
        return failure instanceof CliqtelUnavailableException own
                && own.getStatusCode() == 0
                && own.getCode().equals(ErrorCode.IN_PROGRESS);
    }

    /** It stays unsettled: what was done about it, and what is to be known. */
    static CliqtelException unsettled(PhoneNumber to, UnsettledSend known, String what, Throwable cause) {
        boolean accepted = known.isAccepted();
        CliqtelException failure = cause instanceof CliqtelException said ? said : null;
        return new CliqtelUnavailableException(
                new ErrorFacts(
                        "send",
                        failure == null ? ErrorCode.NOT_SETTLED : failure.getCode(),
                        failure == null ? 0 : failure.getStatusCode(),
                        "the SMS to " + to
                                + (accepted ? " was accepted, but its id is unknown" : " may have been sent")
                                + "; " + what),
                known.outcome(),
                cause);
    }

    private static CliqtelException unavailable(ErrorCode code, String message, Outcome outcome, Throwable cause) {
        return new CliqtelUnavailableException(facts(code, message), outcome, cause);
    }

    private static ErrorFacts facts(ErrorCode code, String message) {
        return new ErrorFacts("send", code, 0, message);
    }
}
