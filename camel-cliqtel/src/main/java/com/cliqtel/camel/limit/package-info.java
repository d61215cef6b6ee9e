/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Permits over time: the whole quota of an account, and never a 429.
 *
 * <p>{@link com.cliqtel.camel.limit.RateLimiter} is the seam, {@link com.cliqtel.camel.limit.AccountRateLimiter} the limiter
 * of one process. Pure: time is a number that is handed in, and the one thing that waits is an
 * {@link com.cliqtel.camel.limit.Alarm}.
 */
package com.cliqtel.camel.limit;
