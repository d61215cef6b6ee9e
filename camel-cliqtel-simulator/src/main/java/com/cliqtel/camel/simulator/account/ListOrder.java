/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** In which order lists show messages: the reference leaves it open. */
public enum ListOrder {

    /** The newest first; of the same second, the one with the highest id. */
    NEWEST_FIRST {
        @Override
        List<Message> order(List<Message> newestFirst, long request) {
            return newestFirst;
        }
    },

    /** The oldest first; of the same second, the one with the lowest id. */
    OLDEST_FIRST {
        @Override
        List<Message> order(List<Message> newestFirst, long request) {
            List<Message> oldestFirst = new ArrayList<>(newestFirst);
            Collections.reverse(oldestFirst);
            return oldestFirst;
        }
    },

    /** The newest first, but those of one second in another order at each request, as of a database that is told no more. */
    UNSTABLE_TIES {
        @Override
        List<Message> order(List<Message> newestFirst, long request) {
            List<Message> ordered = new ArrayList<>(newestFirst);
            Random random = new Random(request);
            for (int start = 0; start < ordered.size(); ) {
                int end = start + 1;
                while (end < ordered.size()
                        && ordered.get(end)
                                .createdAt()
                                .equals(ordered.get(start).createdAt())) {
                    end++;
                }
                Collections.shuffle(ordered.subList(start, end), random);
                start = end;
            }
            return ordered;
        }
    };

    /** @param request how many lists were asked for before */
    abstract List<Message> order(List<Message> newestFirst, long request);
}
