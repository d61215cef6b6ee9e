/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.math.BigDecimal;

/** What a text costs, and why. */
record Charge(int segments, BigDecimal cost) {}
