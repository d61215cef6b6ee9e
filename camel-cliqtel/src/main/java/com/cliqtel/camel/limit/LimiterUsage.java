/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

import java.time.Duration;

/**
 * What a limiter has given out, at one moment, for people to look at.
 *
 * @param waiting how many wait for a permit
 * @param inUse how many permits of the minute are in use, those held for its window after their request included
 * @param permits how many there are, after what answers have taught; the greatest int for no limit
 * @param held how much longer nothing goes out, since the server said so; zero when it may
 */
public record LimiterUsage(int waiting, int inUse, int permits, Duration held) {}
