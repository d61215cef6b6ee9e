/* SPDX-License-Identifier: Apache-2.0 */
/** Delivery reports that come often, in any order and to any node, counted. */
package com.cliqtel.camel.proofs.reports;
