/* SPDX-License-Identifier: Apache-2.0 */
/** The account as its owner looks at it: what the page shows, does, and follows. */
package com.cliqtel.camel.simulator.desk;
