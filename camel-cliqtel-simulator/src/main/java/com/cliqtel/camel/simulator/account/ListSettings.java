/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

/**
 * Behaviour of lists where the reference leaves it open.
 *
 * @param order the order of the messages
 * @param since whether {@code since} includes messages of its own second
 * @param lag how long a new message stays out of all lists
 */
public record ListSettings(ListOrder order, Since since, ListLag lag) {}
