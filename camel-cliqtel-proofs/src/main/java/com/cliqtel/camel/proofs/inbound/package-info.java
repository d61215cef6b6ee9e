/* SPDX-License-Identifier: Apache-2.0 */
/** Polls inbound messages for hours of simulated time under all behaviours of lists. */
package com.cliqtel.camel.proofs.inbound;
