/* SPDX-License-Identifier: Apache-2.0 */
/** The simulated account: numbers, balance, messages. Free of HTTP and JSON. */
package com.cliqtel.camel.simulator.account;
