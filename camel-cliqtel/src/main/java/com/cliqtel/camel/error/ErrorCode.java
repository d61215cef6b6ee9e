/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.error;

/**
 * Why a call did not succeed, in the API's own word (the reference's section "Error Handling") or, where the component
 * found out by itself, in a word of its own. The set is open: an unknown code is carried as it came.
 *
 * @param word such as {@code validation_error}
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

    /** The carrier rejected the message: a 500 that is final. */
    public static final ErrorCode SEND_FAILED = new ErrorCode("send_failed");

    /** The wallet's balance is too low; in an example of the reference, in none of its tables. */
    public static final ErrorCode INSUFFICIENT_BALANCE = new ErrorCode("insufficient_balance");

    /** The component's own: refused before any call was made. */
    public static final ErrorCode INVALID_INPUT = new ErrorCode("invalid_input");

    /** The component's own: no error code in the answer; its HTTP status says what there is to say. */
    public static final ErrorCode HTTP_STATUS = new ErrorCode("http_status");

    /** The component's own: an answer that could not be read. */
    public static final ErrorCode UNREADABLE_ANSWER = new ErrorCode("unreadable_answer");

    /** The component's own: the API accepted the SMS, but its answer shows another message. */
    public static final ErrorCode ANSWER_MISMATCH = new ErrorCode("answer_mismatch");

    /** The component's own: no connection was made. */
    public static final ErrorCode NO_CONNECTION = new ErrorCode("no_connection");

    /** The component's own: the connection was lost before an answer came. */
    public static final ErrorCode NO_ANSWER = new ErrorCode("no_answer");

    /** The component's own: no complete answer within {@code requestTimeout}. */
    public static final ErrorCode TIMEOUT = new ErrorCode("timeout");

    /** The component's own: the component is stopping. */
    public static final ErrorCode SHUTTING_DOWN = new ErrorCode("shutting_down");

    /** The component's own: no permit of the account's quota within {@code maxWait}. */
    public static final ErrorCode NO_PERMIT = new ErrorCode("no_permit");

    /** The component's own: sending is paused, for longer than {@code maxWait} allows. */
    public static final ErrorCode SENDING_PAUSED = new ErrorCode("sending_paused");

    /** The component's own: the SMS with this idempotency key is being sent right now. */
    public static final ErrorCode IN_PROGRESS = new ErrorCode("in_progress");

    /** The component's own: the same text to the same recipient is being sent right now, or one that looks the same. */
    public static final ErrorCode SAME_SMS_OPEN = new ErrorCode("same_sms_open");

    /** The component's own: the SMS with this idempotency key was sent before. */
    public static final ErrorCode ALREADY_SENT = new ErrorCode("already_sent");

    /** The component's own: an idempotency key that was used for another SMS. */
    public static final ErrorCode IDEMPOTENCY_KEY_REUSED = new ErrorCode("idempotency_key_reused");

    /** The component's own: the ledger could not be asked, so nothing was sent. */
    public static final ErrorCode LEDGER_UNAVAILABLE = new ErrorCode("ledger_unavailable");

    /** The component's own: an earlier attempt's outcome is unknown, and the list of messages does not show it. */
    public static final ErrorCode NOT_SETTLED = new ErrorCode("not_settled");

    /** The word. */
    @Override
    public String toString() {
        return word;
    }
}
