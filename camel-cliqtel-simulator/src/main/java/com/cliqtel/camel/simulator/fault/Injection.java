/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

/** What is applied to a call: a fault or a hold. */
public sealed interface Injection permits Fault, Hold {

    /**
     * The name in logs.
     *
     * @return a few words
     */
    String name();
}
