/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.time.Instant;
import java.util.function.Predicate;

/**
 * Which messages a list is asked for.
 *
 * @param after only messages created after this; {@link Instant#MIN} for all
 * @param which of those
 */
public record ListQuery(Instant after, Predicate<Message> which) {}
