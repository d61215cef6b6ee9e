/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.util.List;

/**
 * What the application is told when it is started.
 *
 * @param baseUrl where the API is
 * @param apiKey the key to it
 * @param webhookSecret what webhooks are signed with
 * @param requestsPerMinute the account's
 * @param messagesPerSecond the account's
 * @param pace how fast everything goes
 * @param database of the ledger
 */
record Account(
        String baseUrl,
        String apiKey,
        String webhookSecret,
        int requestsPerMinute,
        int messagesPerSecond,
        Pace pace,
        String database) {

    /** As arguments of a process. */
    List<String> words() {
        return List.of(
                baseUrl,
                apiKey,
                webhookSecret,
                "" + requestsPerMinute,
                "" + messagesPerSecond,
                "" + pace.divisor(),
                database);
    }

    static Account of(String... words) {
        return new Account(
                words[0],
                words[1],
                words[2],
                Integer.parseInt(words[3]),
                Integer.parseInt(words[4]),
                new Pace(Integer.parseInt(words[5])),
                words[6]);
    }

    @Override
    public String toString() {
        return "Account[" + baseUrl + "]";
    }
}
