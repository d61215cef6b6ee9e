/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.inbound;

import com.cliqtel.camel.simulator.account.ListLag;
import com.cliqtel.camel.simulator.account.ListOrder;
import com.cliqtel.camel.simulator.account.Since;

/**
 * The behaviour of lists that the reference leaves open.
 *
 * @param order the order of the messages
 * @param since whether {@code since} includes its own second
 * @param lag how late messages appear in lists
 */
public record ListBehaviour(ListOrder order, Since since, ListLag lag) {}
