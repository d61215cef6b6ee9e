/* SPDX-License-Identifier: Apache-2.0 */
/** Tells the world what became of a message, signed. */
package com.cliqtel.camel.simulator.webhook;
