/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A send with an unknown outcome that has not been settled, as it is shown to operators.
 *
 * @param number the send's number in this list
 * @param account the name of the account; not a secret
 * @param since when the last attempt ended without a trustworthy answer
 * @param to the recipient, masked
 * @param key the idempotency key, or a hash of a key that may contain personal data; null without a key
 * @param state {@code unknown}, or {@code accepted} when the API accepted the send and its id could not be read
 * @param why the reason why it could not be settled
 */
public record UnknownSend(long number, String account, Instant since, String to, String key, String state, String why) {

    /** Returns the send as a row of a table, by column. */
    public Map<String, Object> row() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("number", number);
        row.put("account", account);
        row.put("since", since.toString());
        row.put("to", to);
        row.put("key", key);
        row.put("state", state);
        row.put("why", why);
        return row;
    }
}
