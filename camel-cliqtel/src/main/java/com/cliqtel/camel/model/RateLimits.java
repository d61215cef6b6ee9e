/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

/**
 * What an answer's headers said of the account's quota (the reference's section "Rate Limits").
 *
 * @param limit requests allowed in a window; null when not said
 * @param remaining requests left in this window; null when not said
 */
public record RateLimits(Integer limit, Integer remaining) {}
