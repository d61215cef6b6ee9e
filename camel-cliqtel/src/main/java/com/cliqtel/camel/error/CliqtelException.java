/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.error;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.HttpResponseAware;

/**
 * A failed call to Cliqtel. {@link #getOutcome()} says whether the call may be repeated.
 *
 * <p>The component sets it on the exchange without wrapping it, so {@code onException} can name this class or a subclass. Its
 * message contains no API key, no text of an SMS and no full phone number.
 */
public abstract sealed class CliqtelException extends RuntimeCamelException implements HttpResponseAware
        permits CliqtelRejectedException, CliqtelThrottledException, CliqtelUnavailableException {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final String code;
    private final String description;
    private final Outcome outcome;
    private int statusCode;
    private String statusText;

    CliqtelException(ErrorFacts facts, Outcome outcome, Throwable cause) {
        super(facts.text(), cause);
        this.operation = facts.operation();
        this.code = facts.code().word();
        this.description = facts.message();
        this.outcome = outcome;
        this.statusCode = facts.statusCode();
    }

    /**
     * Returns what may have happened to the SMS; never null. Only after {@link Outcome#NOT_SENT} is it safe to send it again.
     *
     * <p>If a long text is sent in parts, the outcome is that of the part that failed. Earlier parts were sent.
     */
    public Outcome getOutcome() {
        return outcome;
    }

    /** Returns the API's error code, or one of the component's; never null. */
    public ErrorCode getCode() {
        return new ErrorCode(code);
    }

    /** Returns the HTTP status of the answer; 0 without an answer. */
    public int getStatusCode() {
        return statusCode;
    }

    /** Returns the operation that failed, such as {@code send}. */
    public String getOperation() {
        return operation;
    }

    /**
     * Returns the same failure with a message that begins with its place; this failure is its cause.
     *
     * @param where the place, without keys, texts of messages and full numbers
     */
    public abstract CliqtelException about(String where);

    final ErrorFacts facts(String where) {
        return new ErrorFacts(operation, getCode(), statusCode, where + ": " + description);
    }

    @Override
    public int getHttpResponseCode() {
        return statusCode;
    }

    /** Required by {@link HttpResponseAware}; the component doesn't call it. */
    @Override
    public void setHttpResponseCode(int code) {
        this.statusCode = code;
    }

    @Override
    public String getHttpResponseStatus() {
        return statusText;
    }

    /** Required by {@link HttpResponseAware}; the component doesn't call it. */
    @Override
    public void setHttpResponseStatus(String status) {
        this.statusText = status;
    }
}
