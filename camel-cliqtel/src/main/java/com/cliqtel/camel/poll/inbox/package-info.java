/* SPDX-License-Identifier: Apache-2.0 */
/** Reads messages in order from a position and delivers each once. Free of Camel. Internal. */
package com.cliqtel.camel.poll.inbox;
