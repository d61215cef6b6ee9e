/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs;

import java.io.PrintStream;

/** One promise that is tried out and counted. */
@FunctionalInterface
interface Proof {

    /**
     * Tries it, and prints what came of it.
     *
     * @return whether the promise was kept
     */
    boolean run(PrintStream out) throws Exception;
}
