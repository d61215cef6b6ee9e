/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.observe;

import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.wire.RateLimits;

/**
 * Internal. Observes calls, sends, webhooks and polls.
 *
 * <p>Thread-safe. The methods run on the thread of the event, so they must return at once. {@link Observers} catches their exceptions.
 * Times are in nanoseconds. An observer must not put phone numbers and texts into metrics, logs or consoles.
 */
public interface Observer {

    /** An observer that does nothing. */
    Observer NOBODY = new Observer() {
        @Override
        public String toString() {
            return "nobody";
        }
    };

    /**
     * Called when the call of an exchange has ended, after all of its attempts and waits.
     *
     * @param operation the operation, such as {@code send}
     * @param nanos the duration
     */
    default void called(String operation, CallEnd how, long nanos) {}

    /** Called when an attempt at a call has ended. */
    default void attempted(CallAttempt attempt) {}

    /**
     * Called when rows of a list could not be read and were skipped.
     *
     * @param operation the operation of the call, such as {@code list}
     * @param rows the number of rows; 1 or more
     */
    default void skipped(String operation, int rows) {}

    /** Called when a wait has ended, successful or not. */
    default void waited(WaitReason why, long nanos) {}

    /** Called when an answer has the account's quota. */
    default void quota(RateLimits left) {}

    /**
     * Called when an answer has the account's quota.
     *
     * @param account the name of the account; no secret
     */
    default void quotaOf(String account, RateLimits left) {}

    /**
     * Called after the last producer or consumer of an account has stopped.
     *
     * @param account the name of the account; no secret
     */
    default void accountEnded(String account) {}

    /** Called when the API has accepted an SMS, and its answer could be read. */
    default void accepted(Sms sms) {}

    /** Called when an SMS with unknown outcome was found in the list of messages. */
    default void reconciled(Sms sms) {}

    /** Called when an SMS was not sent again, since its idempotency key had been used. */
    default void duplicate(Sms sms) {}

    /**
     * Called when a send has ended with unknown outcome.
     *
     * @param failure the exchange's failure; its message has masked numbers
     */
    default void endedUnknown(Throwable failure) {}

    /** Called when a search for an SMS with unknown outcome has ended. */
    default void searched(SearchEnd result) {}

    /**
     * Called when a webhook was answered.
     *
     * @param answer the reason of the answer as a stable word, such as {@code processed} or {@code forbidden}
     */
    default void webhook(String answer) {}

    /**
     * Called when a consumer passes an event to a route.
     *
     * @param source {@code webhook}, or the word of the polling operation
     * @param lagNanos the time since the event, by the server's clock if it is known; -1 if the event has no time
     */
    default void received(String source, long lagNanos) {}

    /**
     * Called when a poll has ended.
     *
     * @param source the word of the polling operation
     * @param messages the number of messages passed to a route, from 0
     */
    default void polled(String source, CallEnd how, int messages) {}

    /**
     * Called when an object of the application has failed, and the component continues.
     *
     * @param what the object, in words for a log
     */
    default void broken(String what, Throwable failure) {}
}
