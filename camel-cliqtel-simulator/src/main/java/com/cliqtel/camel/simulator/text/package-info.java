/* SPDX-License-Identifier: Apache-2.0 */
/** The number of segments of a text. */
package com.cliqtel.camel.simulator.text;
