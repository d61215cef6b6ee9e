/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.error;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.HttpResponseAware;

/**
 * A call to Cliqtel that did not succeed: one of three kinds, told apart by what a route can do.
 *
 * <p>It is set directly on the exchange, so {@code onException} can name the kind or this class. Its text contains no
 * API key, no text of a message and no full phone number.
 */
public abstract sealed class CliqtelException extends RuntimeCamelException implements HttpResponseAware
        permits CliqtelRejectedException, CliqtelThrottledException, CliqtelUnavailableException {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final String code;
    private final String said;
    private int statusCode;
    private String statusText;

    CliqtelException(ErrorFacts facts, Throwable cause) {
        super(facts.text(), cause);
        this.operation = facts.operation();
        this.code = facts.code().word();
        this.said = facts.message();
        this.statusCode = facts.statusCode();
    }

    /** Why: the API's own error code, or one of the component's; never null. */
    public ErrorCode getCode() {
        return new ErrorCode(code);
    }

    /** The HTTP status of the answer; 0 when there was none. */
    public int getStatusCode() {
        return statusCode;
    }

    /** The operation that failed, such as {@code send}. */
    public String getOperation() {
        return operation;
    }

    /**
     * The same failure, its text saying where it happened; this one is its cause.
     *
     * @param where without keys, texts of messages and full numbers
     */
    public abstract CliqtelException about(String where);

    final ErrorFacts facts(String where) {
        return new ErrorFacts(operation, getCode(), statusCode, where + ": " + said);
    }

    @Override
    public int getHttpResponseCode() {
        return statusCode;
    }

    /** Camel's own contract ({@link HttpResponseAware}) asks for this setter; nothing here calls it. */
    @Override
    public void setHttpResponseCode(int code) {
        this.statusCode = code;
    }

    @Override
    public String getHttpResponseStatus() {
        return statusText;
    }

    /** Camel's own contract ({@link HttpResponseAware}) asks for this setter; nothing here calls it. */
    @Override
    public void setHttpResponseStatus(String status) {
        this.statusText = status;
    }
}
