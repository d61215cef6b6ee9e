/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

/** What strikes a call: a fault, or a hold. */
public sealed interface Strike permits Fault, Hold {

    /**
     * What it is called in logs.
     *
     * @return a few words
     */
    String name();
}
