/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.fault;

import java.util.Optional;
import java.util.function.Function;

/** What a rule lets happen: one fault, or one of a table. Immutable. */
public sealed interface Choice permits Fault, Mix {

    /**
     * Starts choosing.
     *
     * @return gives the fault that strikes a call, or none; safe for use by several threads
     */
    Function<IncomingCall, Optional<Fault>> chooser();
}
