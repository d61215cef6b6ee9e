/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Instant;

/**
 * A send that ended unknown and has not been settled since, as it is shown to operators.
 *
 * @param number its number in this list
 * @param account its account's name; not a secret
 * @param since when its last attempt ended without a trustworthy answer
 * @param to its recipient, masked
 * @param key its idempotency key, or a hash of a key that may contain personal data; null without a key
 * @param state {@code unknown}, or {@code accepted} when the API took it and its id could not be read
 * @param why the reason why it could not be settled
 */
public record UnknownSend(
        long number, String account, Instant since, String to, String key, String state, String why) {}
