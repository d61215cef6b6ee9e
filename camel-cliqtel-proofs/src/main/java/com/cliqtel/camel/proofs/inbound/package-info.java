/* SPDX-License-Identifier: Apache-2.0 */
/** Inbound messages polled for hours of simulated time, through everything a list may do, counted. */
package com.cliqtel.camel.proofs.inbound;
