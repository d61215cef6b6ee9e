/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

/** Receives the changes of an account's messages, in order. Methods must return at once and must not throw. */
public interface AccountListener {

    /**
     * Called when a message was accepted or received.
     *
     * @param message the new message
     */
    void added(Message message);

    /**
     * Called when the status of a message has changed.
     *
     * @param message the message with its new status
     */
    void changed(Message message);

    /**
     * Called when a message was deleted, or dropped because there are too many.
     *
     * @param id its id
     */
    void deleted(long id);
}
