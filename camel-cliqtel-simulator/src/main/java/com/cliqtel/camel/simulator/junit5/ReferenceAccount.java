/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.junit5;

import java.util.function.Consumer;

import com.cliqtel.camel.simulator.SimulatorBuilder;

/** The default account, as the reference describes it: changes nothing. */
public final class ReferenceAccount implements Consumer<SimulatorBuilder> {

    /** Creates it. */
    public ReferenceAccount() {}

    @Override
    public void accept(SimulatorBuilder account) {}
}
