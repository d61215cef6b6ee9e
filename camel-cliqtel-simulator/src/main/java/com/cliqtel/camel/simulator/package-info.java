/* SPDX-License-Identifier: Apache-2.0 */
/** A Cliqtel account anybody can have: the SMS API on a local port. */
package com.cliqtel.camel.simulator;
