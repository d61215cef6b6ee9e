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
        List<Message> part(List<Message> newestFirst, int start, int end, long request) {
            return newestFirst.subList(start, end);
        }
    },

    /** The oldest first; of the same second, the one with the lowest id. */
    OLDEST_FIRST {
        @Override
        List<Message> part(List<Message> newestFirst, int start, int end, long request) {
            int size = newestFirst.size();
            List<Message> part = new ArrayList<>(newestFirst.subList(size - end, size - start));
            Collections.reverse(part);
            return part;
        }
    },

    /** The newest first, but those of one second in another order at each request, as of a database that is told no more. */
    UNSTABLE_TIES {
        @Override
        List<Message> part(List<Message> newestFirst, int start, int end, long request) {
            Random random = new Random(request);
            List<Message> part = new ArrayList<>();
            int first = start;
            while (isTie(newestFirst, first)) {
                first--;
            }
            for (int second = first; second < end; ) {
                int next = second + 1;
                while (isTie(newestFirst, next)) {
                    next++;
                }
                List<Message> tied = new ArrayList<>(newestFirst.subList(second, next));
                Collections.shuffle(tied, random);
                part.addAll(tied);
                second = next;
            }
            return part.subList(start - first, end - first);
        }
    };

    /** Whether it is of the same second as the one before it. */
    private static boolean isTie(List<Message> messages, int index) {
        return index > 0
                && index < messages.size()
                && messages.get(index)
                        .createdAt()
                        .equals(messages.get(index - 1).createdAt());
    }

    /**
     * What stands from one index to another, so that a page costs no more than a page.
     *
     * @param request how many lists were asked for before
     */
    abstract List<Message> part(List<Message> newestFirst, int start, int end, long request);
}
