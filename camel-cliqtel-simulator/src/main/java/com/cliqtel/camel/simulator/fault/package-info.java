/* SPDX-License-Identifier: Apache-2.0 */
/** What goes wrong on demand: which calls are struck, whether their message is accepted all the same, and what the client sees. */
package com.cliqtel.camel.simulator.fault;
