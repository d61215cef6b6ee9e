/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

/** Answers calls. One concern each, wrapped around the next: {@link Api} states their order for the API. */
public interface Answering {

    /**
     * Answers one.
     *
     * @param call whatever came in
     * @return never null
     */
    Answer answer(ApiCall call);
}
