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
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.wire.Answer;

/**
 * The API as an inbox uses it. Its methods wait for the answer.
 *
 * @param api the API, for polling
 * @param clock the server's
 */
public record MessageSource(CliqtelApi api, ServerClock clock) {

    /** Returns the server's current time, or the local one if the server's isn't known. */
    Instant now() {
        return at(clock.now());
    }

    /** Returns the server's time at a local time, or the local time if the server's isn't known. */
    Instant at(Instant local) {
        return clock.earliest(local).orElse(local);
    }

    /** Makes the smallest call, so that the server's time is known. */
    void learnTime(InboxTopic topic) {
        await(api.list(topic.query(null), 1, 1));
    }

    /** Returns the message as it is now; empty if it doesn't exist. */
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
        return "MessageSource[" + api + "]";
    }
}
