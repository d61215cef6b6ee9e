/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import java.time.Instant;

/**
 * A send that ended unknown and has not been settled since, as it is shown to people.
 *
 * @param number what it is called here
 * @param account what tells its account from others; no secret
 * @param since when its last attempt ended without a trustworthy answer
 * @param to its recipient, masked
 * @param key its idempotency key, or a fingerprint of one that may tell of somebody; null without a key
 * @param state {@code unknown}, or {@code accepted} when the API took it and its id could not be read
 * @param why why it could not be settled
 */
public record UnknownSend(
        long number, String account, Instant since, String to, String key, String state, String why) {}
