/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

/**
 * What there is at the port beside the API, for the owner of the account: {@code /}, and all below {@link #PATH}.
 *
 * @param answering answers all but the events
 * @param events what is followed at {@link #EVENTS}
 */
public record Site(Responder answering, EventFeed events) {

    /** What the paths of the site begin with, but for that of its page. */
    public static final String PATH = "/simulator";

    /** The path of the page. */
    public static final String PAGE = "/";

    /** The path of the events. */
    public static final String EVENTS = PATH + "/events";

    static boolean has(String path) {
        return path.equals(PAGE) || path.equals(PATH) || path.startsWith(PATH + "/");
    }
}
