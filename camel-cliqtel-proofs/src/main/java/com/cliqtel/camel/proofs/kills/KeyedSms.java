/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.kills;

/**
 * An SMS to be sent once.
 *
 * @param key the idempotency key
 * @param to the recipient; only keys with the same text share a recipient
 * @param text the text
 */
record KeyedSms(String key, String to, String text) {

    @Override
    public String toString() {
        return key;
    }
}
