/* SPDX-License-Identifier: Apache-2.0 */
/** The page of the simulator and the HTTP requests that it makes. */
package com.cliqtel.camel.simulator.site;
