/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.util.List;

import com.cliqtel.camel.proofs.settings.TimeScale;

/**
 * The settings that the watched application is started with.
 *
 * @param baseUrl the API's base URL
 * @param apiKey the API key
 * @param webhookSecret the webhook secret
 * @param requestsPerMinute the account's limit
 * @param messagesPerSecond the account's limit
 * @param timeScale the time scale
 * @param database the URL of the ledger's database
 */
record ApplicationSettings(
        String baseUrl,
        String apiKey,
        String webhookSecret,
        int requestsPerMinute,
        int messagesPerSecond,
        TimeScale timeScale,
        String database) {

    /** As arguments of a process. */
    List<String> words() {
        return List.of(
                baseUrl,
                apiKey,
                webhookSecret,
                "" + requestsPerMinute,
                "" + messagesPerSecond,
                "" + timeScale.divisor(),
                database);
    }

    static ApplicationSettings of(String... words) {
        return new ApplicationSettings(
                words[0],
                words[1],
                words[2],
                Integer.parseInt(words[3]),
                Integer.parseInt(words[4]),
                new TimeScale(Integer.parseInt(words[5])),
                words[6]);
    }

    @Override
    public String toString() {
        return "Account[" + baseUrl + "]";
    }
}
