/* SPDX-License-Identifier: Apache-2.0 */
/** How many calls a stretch of time may hold, and what a caller is told about it. */
package com.cliqtel.camel.simulator.limit;
