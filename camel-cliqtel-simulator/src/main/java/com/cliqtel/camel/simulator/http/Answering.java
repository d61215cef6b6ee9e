/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

/** Answers calls. One concern each, wrapped around the next: {@link Api} states their order. */
interface Answering {

    /** Answers one; never null, whatever came in. */
    Answer answer(ApiCall call);
}
