/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.time.InstantSource;

import com.cliqtel.camel.simulator.Simulator;

/**
 * Where clients send.
 *
 * @param simulator the account
 * @param refusals what to lead connections through
 * @param scale how long everything takes
 * @param wall the clock of the machine that sends
 */
record Place(Simulator simulator, Refusals refusals, Scale scale, InstantSource wall) {}
