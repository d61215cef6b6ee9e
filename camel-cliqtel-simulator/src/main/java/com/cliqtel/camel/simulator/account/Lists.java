/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

/**
 * How lists are, where the reference leaves it open.
 *
 * @param order in which order they show messages
 * @param since whether {@code since} includes its own second
 * @param lag how long a message is in none
 */
public record Lists(ListOrder order, Since since, ListLag lag) {}
