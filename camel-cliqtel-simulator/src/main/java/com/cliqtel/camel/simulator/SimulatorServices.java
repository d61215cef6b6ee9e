/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import com.cliqtel.camel.simulator.fault.Faults;
import com.cliqtel.camel.simulator.site.EventBuffer;
import com.cliqtel.camel.simulator.state.StateStore;
import com.cliqtel.camel.simulator.webhook.WebhookPool;

/** The parts of a simulator that a reset keeps. */
record SimulatorServices(WebhookPool pool, Faults faults, EventBuffer events, StateStore store) {}
