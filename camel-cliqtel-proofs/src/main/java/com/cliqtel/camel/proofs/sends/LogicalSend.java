/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.net.URI;

/**
 * One SMS that is wanted once, however many attempts that takes.
 *
 * @param number which one, from 0
 * @param to the recipient
 * @param text what it says; others may say the same to the same
 */
record LogicalSend(int number, String to, String text) {

    static final String CALLBACK_HOST = "sends.example";

    /**
     * What tells its messages from those of an equal text, for the count alone: the simulator keeps it with each message,
     * and no list of the API shows it.
     */
    String mark() {
        return "https://" + CALLBACK_HOST + "/" + number;
    }

    /** Which send such a mark is of. */
    static int marked(String mark) {
        return Integer.parseInt(URI.create(mark).getPath().substring(1));
    }
}
