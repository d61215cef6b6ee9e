/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.observe;

import com.cliqtel.camel.model.RateLimits;
import com.cliqtel.camel.model.Sms;

/**
 * Somebody who is told what happens: to calls and their attempts, to sends, webhooks and polls.
 *
 * <p>Is told on the thread where it happens, so it returns at once; what it throws is kept from those who told it (see
 * {@link Observers}). Thread-safe. Times are in nanoseconds. Of what it is told, numbers of phones and texts are nothing for metrics,
 * logs or consoles.
 */
public interface Observer {

    /** Somebody who isn't interested. */
    Observer NOBODY = new Observer() {
        @Override
        public String toString() {
            return "nobody";
        }
    };

    /**
     * An exchange's call ended, all its attempts and waits included.
     *
     * @param operation the endpoint's, such as {@code send}
     * @param nanos how long it took
     */
    default void called(String operation, CallEnd how, long nanos) {}

    /** One attempt at a call ended. */
    default void attempted(CallAttempt attempt) {}

    /**
     * Called when rows of a list could not be read and were skipped.
     *
     * @param operation the operation of the call, such as {@code list}
     * @param rows the number of rows; 1 or more
     */
    default void skipped(String operation, int rows) {}

    /** Something was waited for, whether it came or not. */
    default void waited(WaitReason why, long nanos) {}

    /** An answer said what is left of the account's quota. */
    default void quota(RateLimits left) {}

    /**
     * The same, and whose it is.
     *
     * @param account what tells the account from others; no secret
     */
    default void quotaOf(String account, RateLimits left) {}

    /**
     * Called after the last producer or consumer of an account has stopped.
     *
     * @param account what tells the account from others; no secret
     */
    default void accountEnded(String account) {}

    /** An SMS was accepted, and its answer was read. */
    default void accepted(Sms sms) {}

    /** An SMS that nobody had answered for was found among the account's messages. */
    default void reconciled(Sms sms) {}

    /** An SMS with a key that had been sent before was not sent again. */
    default void duplicate(Sms sms) {}

    /**
     * A send ended and nobody knows whether it happened.
     *
     * @param failure what its exchange fails with; its message says whom it was for, masked
     */
    default void endedUnknown(Throwable failure) {}

    /** A search for an SMS that nobody answered for ended, all its looks included. */
    default void searched(SearchEnd result) {}

    /**
     * A webhook was answered.
     *
     * @param answer the reason in one stable word, such as {@code processed} or {@code forbidden}
     */
    default void webhook(String answer) {}

    /**
     * A route was given something that happened at Cliqtel.
     *
     * @param source {@code webhook}, or the polling operation's word
     * @param lagNanos how long after it happened, by the server's clock where that is known; 0 or more, and -1 where nobody says when it
     *     happened
     */
    default void received(String source, long lagNanos) {}

    /**
     * A poll ended.
     *
     * @param source the polling operation's word
     * @param messages how many a route was given; from 0
     */
    default void polled(String source, CallEnd how, int messages) {}

    /**
     * Something of the application's failed where nothing may depend on it, and was passed over.
     *
     * @param what it is, in words for a log
     */
    default void broken(String what, Throwable failure) {}
}
