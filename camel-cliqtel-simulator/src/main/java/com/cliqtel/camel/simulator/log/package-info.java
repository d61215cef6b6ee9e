/* SPDX-License-Identifier: Apache-2.0 */
/** A bounded log of calls and webhooks. */
package com.cliqtel.camel.simulator.log;
