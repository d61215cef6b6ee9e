/* SPDX-License-Identifier: Apache-2.0 */
/** The state file, which keeps an account across restarts. */
package com.cliqtel.camel.simulator.state;
