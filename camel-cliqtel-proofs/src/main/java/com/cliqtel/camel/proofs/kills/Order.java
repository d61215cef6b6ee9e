/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

/**
 * An SMS to be sent once.
 *
 * @param key names it
 * @param to the recipient; shared by those keys whose SMS are alike, and by no others
 * @param text what it says
 */
record Order(String key, String to, String text) {

    @Override
    public String toString() {
        return key;
    }
}
