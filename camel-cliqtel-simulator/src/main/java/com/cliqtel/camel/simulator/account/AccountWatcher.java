/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

/** Is told what happens to the messages of an account, in the order it happens; must return at once and throw nothing. */
public interface AccountWatcher {

    /**
     * There is a message more.
     *
     * @param message as it was accepted or received
     */
    void added(Message message);

    /**
     * The status of a message has changed.
     *
     * @param message as it is now
     */
    void changed(Message message);

    /**
     * A message is gone: deleted, or forgotten because there are too many.
     *
     * @param id its id
     */
    void deleted(long id);
}
