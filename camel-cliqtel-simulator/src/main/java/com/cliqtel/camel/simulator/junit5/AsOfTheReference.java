/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.junit5;

import java.util.function.Consumer;

import com.cliqtel.camel.simulator.SimulatorBuilder;

/** An account as the reference describes it: changes nothing. */
public final class AsOfTheReference implements Consumer<SimulatorBuilder> {

    /** Nothing to say. */
    public AsOfTheReference() {}

    @Override
    public void accept(SimulatorBuilder account) {}
}
