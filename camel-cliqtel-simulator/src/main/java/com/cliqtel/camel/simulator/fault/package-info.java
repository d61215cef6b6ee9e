/* SPDX-License-Identifier: Apache-2.0 */
/** Faults: which calls they apply to, whether the account accepts the call, and what the client sees. */
package com.cliqtel.camel.simulator.fault;
