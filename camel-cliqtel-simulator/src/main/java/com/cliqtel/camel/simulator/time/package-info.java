/* SPDX-License-Identifier: Apache-2.0 */
/** The clock of a simulator: real, scaled, or moved by a test. */
package com.cliqtel.camel.simulator.time;
