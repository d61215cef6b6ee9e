/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import com.cliqtel.camel.simulator.Simulator;

/**
 * Where clients send.
 *
 * @param simulator the account
 * @param refusals what to lead connections through
 * @param scale how long everything takes
 */
record Place(Simulator simulator, Refusals refusals, Scale scale) {}
