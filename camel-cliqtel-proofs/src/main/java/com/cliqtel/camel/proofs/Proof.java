/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs;

import java.io.PrintStream;

/** A promise of the component that is checked by counting. */
@FunctionalInterface
interface Proof {

    /**
     * Runs the proof and prints its result.
     *
     * @return whether the promise was kept
     */
    boolean run(PrintStream out) throws Exception;
}
