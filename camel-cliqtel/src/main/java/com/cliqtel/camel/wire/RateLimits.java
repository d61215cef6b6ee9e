/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

/**
 * The account's quota according to an answer's headers (the reference's section "Rate Limits").
 *
 * @param limit the number of requests allowed in a window; null if the answer doesn't say
 * @param remaining the number of requests left in this window; null if the answer doesn't say
 */
public record RateLimits(Integer limit, Integer remaining) {}
