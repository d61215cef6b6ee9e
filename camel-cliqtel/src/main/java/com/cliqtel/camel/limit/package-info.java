/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Rate limiting: permits for requests, so that an account's whole quota is used and never exceeded.
 *
 * <p>{@link com.cliqtel.camel.limit.RateLimiter} is the interface for a rate limiter of your own, with the types that its methods
 * name. {@link com.cliqtel.camel.limit.PerAccountRateLimiter} is the component's own. All other types are internal. The package
 * doesn't depend on Camel. Only {@link com.cliqtel.camel.limit.WakeUpTimer} waits; the rest calculates with times that it is
 * given.
 */
package com.cliqtel.camel.limit;
