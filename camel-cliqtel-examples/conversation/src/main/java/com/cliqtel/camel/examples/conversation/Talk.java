/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.conversation;

/**
 * A conversation with a phone.
 *
 * @param id its number, which people see
 * @param phone whose it is, as the API tells it: a number, a short code or a name
 * @param ours the number of ours that it is held with
 * @param state how far it has come
 */
public record Talk(long id, String phone, String ours, State state) {

    /** Who answers. */
    public enum State {
        /** The route, where it knows an answer. */
        ROUTE,
        /** People, by mail. */
        PEOPLE,
        /** Nobody: STOP was said. */
        STOPPED
    }

    /** Without the whole number. */
    @Override
    public String toString() {
        return "Talk[id=" + id + ", state=" + state + "]";
    }
}
