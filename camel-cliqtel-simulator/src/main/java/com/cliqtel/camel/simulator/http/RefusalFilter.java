/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.util.EnumMap;
import java.util.Map;

import com.cliqtel.camel.simulator.account.ErrorCode;
import com.cliqtel.camel.simulator.account.Refusal;

/** Converts a refusal to an error answer (reference: Error Handling). */
final class RefusalFilter implements Responder {

    private final Map<ErrorCode, Integer> statuses = new EnumMap<>(Map.of(
            ErrorCode.UNAUTHENTICATED, 401,
            ErrorCode.NOT_FOUND, 404,
            ErrorCode.NUMBER_NOT_FOUND, 422,
            ErrorCode.VALIDATION_ERROR, 422,
            ErrorCode.RATE_LIMITED, 429,
            ErrorCode.SEND_FAILED, 500));

    private final Responder next;

    /** The reference does not tell the status of an empty wallet. */
    RefusalFilter(int insufficientBalanceStatus, Responder next) {
        statuses.put(ErrorCode.INSUFFICIENT_BALANCE, insufficientBalanceStatus);
        this.next = next;
    }

    @Override
    public Answer answer(ApiCall call) {
        try {
            return next.answer(call);
        } catch (Refusal refusal) {
            return Answer.error(statuses.get(refusal.code()), refusal.code().word(), refusal.getMessage());
        }
    }
}
