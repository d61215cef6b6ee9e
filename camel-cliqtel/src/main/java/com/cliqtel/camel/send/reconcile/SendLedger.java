/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

/**
 * The records of an account's sends.
 *
 * @param claims the entries in the ledger
 * @param abandoned the sends that ended unknown
 * @param unknowns the same, for operators
 * @param incidents receives what no result shows
 */
record SendLedger(SendClaims claims, AbandonedSends abandoned, AccountUnknowns unknowns, SendIncidents incidents) {}
