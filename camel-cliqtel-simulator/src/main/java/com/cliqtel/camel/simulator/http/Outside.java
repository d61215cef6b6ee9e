/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import com.cliqtel.camel.simulator.account.ErrorCode;
import com.cliqtel.camel.simulator.account.Refusal;

/** Answers what does not even mean the API, so that a wrong base URL is told from a wrong key. */
final class Outside implements Answering {

    private final Answering next;

    Outside(Answering next) {
        this.next = next;
    }

    @Override
    public Answer answer(ApiCall call) {
        if (!call.path().equals(Api.BASE_PATH) && !call.path().startsWith(Api.BASE_PATH + "/")) {
            throw new Refusal(ErrorCode.NOT_FOUND, "The API is at " + Api.BASE_PATH);
        }
        return next.answer(call);
    }
}
