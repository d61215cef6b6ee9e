/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.error;

/**
 * The reason of a failed call: an error code of the API (the reference's section "Error Handling"), or one of the component. An
 * unknown code of the API is kept unchanged.
 *
 * @param word the code, such as {@code validation_error}
 */
public record ErrorCode(String word) {

    /** Missing or invalid API key. */
    public static final ErrorCode UNAUTHENTICATED = new ErrorCode("unauthenticated");

    /** Message or number not found. */
    public static final ErrorCode NOT_FOUND = new ErrorCode("not_found");

    /** From number not found, inactive, or SMS not enabled. */
    public static final ErrorCode NUMBER_NOT_FOUND = new ErrorCode("number_not_found");

    /** Missing or invalid request parameters. */
    public static final ErrorCode VALIDATION_ERROR = new ErrorCode("validation_error");

    /** Too many requests. */
    public static final ErrorCode RATE_LIMITED = new ErrorCode("rate_limited");

    /** The carrier rejected the message. The HTTP status is 500, but a repeated request doesn't help. */
    public static final ErrorCode SEND_FAILED = new ErrorCode("send_failed");

    /** The account's balance is too low. The reference shows it in an example only. */
    public static final ErrorCode INSUFFICIENT_BALANCE = new ErrorCode("insufficient_balance");

    /** The component's code: the input was refused without a call. */
    public static final ErrorCode INVALID_INPUT = new ErrorCode("invalid_input");

    /** The component's code: the answer has no error code. See the HTTP status. */
    public static final ErrorCode HTTP_STATUS = new ErrorCode("http_status");

    /** The component's code: the answer could not be read. */
    public static final ErrorCode UNREADABLE_ANSWER = new ErrorCode("unreadable_answer");

    /** The component's code: the API accepted the SMS, but its answer shows another message. */
    public static final ErrorCode ANSWER_MISMATCH = new ErrorCode("answer_mismatch");

    /** The component's code: no connection was made. */
    public static final ErrorCode NO_CONNECTION = new ErrorCode("no_connection");

    /** The component's code: the connection was lost before an answer came. */
    public static final ErrorCode NO_ANSWER = new ErrorCode("no_answer");

    /** The component's code: no complete answer within {@code requestTimeout}. */
    public static final ErrorCode TIMEOUT = new ErrorCode("timeout");

    /** The component's code: the component is stopping. */
    public static final ErrorCode SHUTTING_DOWN = new ErrorCode("shutting_down");

    /** The component's code: no permit of the rate limiter within {@code maxWait}. */
    public static final ErrorCode NO_PERMIT = new ErrorCode("no_permit");

    /** The component's code: sending is paused, for longer than {@code maxWait} allows. */
    public static final ErrorCode SENDING_PAUSED = new ErrorCode("sending_paused");

    /** The component's code: the SMS with this idempotency key is being sent right now. */
    public static final ErrorCode IN_PROGRESS = new ErrorCode("in_progress");

    /** The component's code: an SMS with the same or a similar text is being sent to the same recipient right now. */
    public static final ErrorCode SAME_SMS_OPEN = new ErrorCode("same_sms_open");

    /** The component's code: the SMS with this idempotency key was sent before. */
    public static final ErrorCode ALREADY_SENT = new ErrorCode("already_sent");

    /** The component's code: the idempotency key was used for another SMS. */
    public static final ErrorCode IDEMPOTENCY_KEY_REUSED = new ErrorCode("idempotency_key_reused");

    /** The component's code: the ledger is unavailable, so nothing was sent. */
    public static final ErrorCode LEDGER_UNAVAILABLE = new ErrorCode("ledger_unavailable");

    /** The component's code: the outcome of an earlier attempt is unknown, and the list of messages does not show the SMS. */
    public static final ErrorCode NOT_SETTLED = new ErrorCode("not_settled");

    /** Returns the code. */
    @Override
    public String toString() {
        return word;
    }
}
