/* SPDX-License-Identifier: Apache-2.0 */
/** The time a simulator lives by: the real one, a faster or slower one, or one moved by hand. */
package com.cliqtel.camel.simulator.time;
