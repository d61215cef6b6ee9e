/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

/**
 * Answers calls. A filter handles one concern and passes the call on to the next responder; {@link Api} states their order.
 */
public interface Responder {

    /**
     * Answers a call.
     *
     * @param call the call
     * @return never null
     */
    Answer answer(ApiCall call);
}
