/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.time.Instant;
import java.util.Comparator;

import com.cliqtel.camel.model.Sms;

/**
 * A message in a state that has not been delivered.
 *
 * @param sms the message as it was seen
 * @param state what is new, as the topic calls it
 * @param created when it was made: by the message, or where that doesn't say, when it was first seen
 * @param seenAt when it was seen, by the server's clock
 */
public record NewMessage(Sms sms, String state, Instant created, Instant seenAt) {

    static final Comparator<NewMessage> OLDEST_FIRST =
            Comparator.comparing(NewMessage::created).thenComparing(NewMessage::id);

    long id() {
        return sms.id();
    }

    /** The id and the state only. */
    @Override
    public String toString() {
        return "NewMessage[id=" + sms.id() + (state.isEmpty() ? "" : ", state=" + state) + "]";
    }
}
