/* SPDX-License-Identifier: Apache-2.0 */
/** Rate limits: how many calls a time window allows. */
package com.cliqtel.camel.simulator.limit;
