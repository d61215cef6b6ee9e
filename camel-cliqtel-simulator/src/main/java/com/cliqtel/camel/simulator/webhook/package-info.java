/* SPDX-License-Identifier: Apache-2.0 */
/** Sends signed webhooks. */
package com.cliqtel.camel.simulator.webhook;
