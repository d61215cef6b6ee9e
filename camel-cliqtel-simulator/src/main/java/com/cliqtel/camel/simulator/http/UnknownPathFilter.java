/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import com.cliqtel.camel.simulator.account.ErrorCode;
import com.cliqtel.camel.simulator.account.Refusal;

/** Refuses paths outside the API before the key is checked, so that a wrong base URL differs from a wrong key. */
final class UnknownPathFilter implements Responder {

    private final Responder next;

    UnknownPathFilter(Responder next) {
        this.next = next;
    }

    @Override
    public Answer answer(ApiCall call) {
        if (!call.path().equals(Route.BASE_PATH) && !call.path().startsWith(Route.BASE_PATH + "/")) {
            throw new Refusal(ErrorCode.NOT_FOUND, "The API is at " + Route.BASE_PATH);
        }
        return next.answer(call);
    }
}
