/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.inbound;

import com.cliqtel.camel.simulator.account.ListLag;
import com.cliqtel.camel.simulator.account.ListOrder;
import com.cliqtel.camel.simulator.account.Since;

/**
 * What the API may be like, as far as its reference says.
 *
 * @param order in which order lists show messages
 * @param since whether {@code since} includes its own second
 * @param lag how late messages show in lists
 */
public record World(ListOrder order, Since since, ListLag lag) {}
