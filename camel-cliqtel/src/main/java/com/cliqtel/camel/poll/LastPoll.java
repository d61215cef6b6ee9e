/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import java.time.Instant;

/**
 * The last poll of a consumer.
 *
 * @param at its end
 * @param messages the number of messages that were passed to the route; 0 if it failed
 */
record LastPoll(Instant at, int messages) {}
