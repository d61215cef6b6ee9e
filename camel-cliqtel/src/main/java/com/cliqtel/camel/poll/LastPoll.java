/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll;

import java.time.Instant;

/**
 * The last poll of a consumer that asked the API.
 *
 * @param at when it ended
 * @param messages how many messages it gave to the route; 0 for one that failed
 */
record LastPoll(Instant at, int messages) {}
