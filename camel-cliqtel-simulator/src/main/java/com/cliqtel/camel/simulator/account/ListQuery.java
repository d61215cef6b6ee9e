/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.time.Instant;
import java.util.function.Predicate;

/**
 * Which messages a list is asked for.
 *
 * @param since only messages created since this; {@link Instant#MIN} for all
 * @param which of those
 */
public record ListQuery(Instant since, Predicate<Message> which) {}
