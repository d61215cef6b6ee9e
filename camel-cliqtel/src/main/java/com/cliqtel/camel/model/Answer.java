/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

/**
 * What the API said to a call, and what it said of the quota.
 *
 * @param <T> what was asked for
 * @param value the answer
 * @param rateLimits what is left of the quota
 */
public record Answer<T>(T value, RateLimits rateLimits) {}
