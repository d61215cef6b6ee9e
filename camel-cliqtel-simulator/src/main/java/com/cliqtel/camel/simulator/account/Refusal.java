/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

/** The answer is no. Carries the answer to the caller, and no stack trace. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /**
     * A refusal.
     *
     * @param code the kind
     * @param message a sentence for the caller
     */
    public Refusal(ErrorCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /**
     * Refuses what is missing from a request, or wrong in it.
     *
     * @param message a sentence for the caller
     * @return a {@link ErrorCode#VALIDATION_ERROR}
     */
    public static Refusal invalid(String message) {
        return new Refusal(ErrorCode.VALIDATION_ERROR, message);
    }

    /**
     * The kind.
     *
     * @return why
     */
    public ErrorCode code() {
        return code;
    }
}
