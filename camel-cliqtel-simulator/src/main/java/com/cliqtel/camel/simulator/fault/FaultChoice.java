/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.util.Optional;
import java.util.function.Function;

/** What a rule applies: one fault, or one of a table. Immutable. */
public sealed interface FaultChoice permits Fault, Mix {

    /**
     * Starts choosing from the beginning.
     *
     * @return chooses the fault for a call, or none; safe for use by several threads
     */
    Function<IncomingCall, Optional<Fault>> chooser();
}
