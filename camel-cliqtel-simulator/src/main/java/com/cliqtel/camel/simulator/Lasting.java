/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import com.cliqtel.camel.simulator.desk.Feed;
import com.cliqtel.camel.simulator.fault.Faults;
import com.cliqtel.camel.simulator.state.Memory;
import com.cliqtel.camel.simulator.webhook.WebhookPool;

/** What a simulator has over all resets. */
record Lasting(WebhookPool pool, Faults faults, Feed feed, Memory memory) {}
