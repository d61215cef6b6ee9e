/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.conversation;

/**
 * A conversation with a phone.
 *
 * @param id the number of the conversation, shown in mails
 * @param phone the other party, as the API names it: a number, a short code or a name
 * @param ours the number of the account in this conversation
 * @param state the party that answers now
 */
public record Conversation(long id, String phone, String ours, State state) {

    /** The party that answers. */
    public enum State {
        /** The route, where it knows an answer. */
        ROUTE,
        /** People, by mail. */
        PEOPLE,
        /** No answers, because the customer sent STOP. */
        STOPPED
    }

    /** Without the whole number. */
    @Override
    public String toString() {
        return "Conversation[id=" + id + ", state=" + state + "]";
    }
}
