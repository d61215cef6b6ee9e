/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.cliqtel.camel.poll.inbox.InboxPosition.Delivered;

/**
 * When to look again at messages that are older than what is listed: the older, the less often, so that a change is seen after
 * a tenth of the message's age and all of them together use little of the quota. Not thread-safe.
 */
final class OldMessageSchedule {

    private static final int PART_OF_AGE = 10;

    private final Map<Long, Instant> looked = new HashMap<>();

    /** Those that are due now, the oldest first. */
    List<Long> due(Map<Long, Delivered> followed, Instant now) {
        looked.keySet().retainAll(followed.keySet());
        return followed.entrySet().stream()
                .filter(each -> isDue(each.getKey(), each.getValue(), now))
                .sorted(Comparator.comparingLong(each -> each.getValue().second()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** It was looked at, and nothing was new. */
    void look(long id, Instant now) {
        looked.put(id, now);
    }

    private boolean isDue(long id, Delivered delivered, Instant now) {
        Instant last = looked.get(id);
        Duration age = Duration.between(Instant.ofEpochSecond(delivered.second()), now);
        return last == null || !last.plus(age.dividedBy(PART_OF_AGE)).isAfter(now);
    }
}
