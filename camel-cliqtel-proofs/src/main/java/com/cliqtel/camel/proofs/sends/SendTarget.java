/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.time.InstantSource;

import com.cliqtel.camel.proofs.settings.TimeScale;
import com.cliqtel.camel.simulator.Simulator;

/**
 * What a client needs to send.
 *
 * @param simulator the account
 * @param refusals the route planner that refuses some connections
 * @param scale the time scale
 * @param wall the wall clock of the sending machine
 */
record SendTarget(Simulator simulator, RefusedConnections refusals, TimeScale scale, InstantSource wall) {}
