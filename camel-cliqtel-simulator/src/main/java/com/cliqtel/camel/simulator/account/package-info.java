/* SPDX-License-Identifier: Apache-2.0 */
/** What a Cliqtel account holds and what it allows: numbers, wallet, messages. Knows neither HTTP nor JSON. */
package com.cliqtel.camel.simulator.account;
