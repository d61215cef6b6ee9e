/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import com.cliqtel.camel.client.CliqtelApi;
import com.cliqtel.camel.client.ServerClock;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.model.Answer;
import com.cliqtel.camel.model.Sms;

/**
 * Where a reader asks, and waits for the answer.
 *
 * @param api the API, for polling
 * @param clock the server's
 */
public record MessageSource(CliqtelApi api, ServerClock clock) {

    /** What time it is at the server, as far as is known. */
    Instant now() {
        return at(clock.now());
    }

    /** What time it was at the server, as far as is known, at a local time of the clock. */
    Instant at(Instant local) {
        return clock.earliest(local).orElse(local);
    }

    /** Asks for as little as there is, to hear what time it is. */
    void hearTheTime(InboxTopic topic) {
        await(api.list(topic.query(null), 1, 1));
    }

    /** The message as it is now; empty when there is none. */
    Optional<Answer<Sms>> get(long id) {
        try {
            return Optional.of(await(api.get(id)));
        } catch (CliqtelRejectedException no) {
            if (no.getCode().equals(ErrorCode.NOT_FOUND)) {
                return Optional.empty();
            }
            throw no;
        }
    }

    /** @throws CliqtelException when it failed */
    static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof CliqtelException known ? known : failed;
        }
    }

    @Override
    public String toString() {
        return "Source[" + api + "]";
    }
}
