/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;

/**
 * The use of an account's quota at one moment, for the console and JMX.
 *
 * @param waiting the number of requests that wait for a permit
 * @param inUse the number of permits per minute in use, including those that count for a window after their request
 * @param permits the number of permits per minute, lowered by what answers said; the greatest int for no limit
 * @param held how much longer no request may be made because of a 429; zero if requests may be made
 */
public record LimiterUsage(int waiting, int inUse, int permits, Duration held) {}
