/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

/**
 * What is kept of an account's sends.
 *
 * @param claims what the ledger has
 * @param givenUp those that ended unknown
 * @param unknowns the same, for people
 * @param incidents hears of what no result tells
 */
record Books(Claims claims, GivenUp givenUp, AccountUnknowns unknowns, Incidents incidents) {}
