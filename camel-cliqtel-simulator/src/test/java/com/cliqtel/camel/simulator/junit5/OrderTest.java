/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.junit5;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Time.MANUAL;
import static com.cliqtel.camel.simulator.junit5.SmsCondition.delivered;
import static com.cliqtel.camel.simulator.junit5.SmsCondition.to;

// README: example
@CliqtelSimulator(time = MANUAL)
class OrderTest {

    @Test
    void sendsAnSmsForAShippedOrder(Cliqtel cliqtel) throws Exception {
        cliqtel.given().wallet("1.00").deliveryTime(Duration.ofMinutes(10));

        // here stands your application
        HttpRequest request = HttpRequest.newBuilder(cliqtel.baseUrl().resolve("sms/messages"))
                .header("Authorization", "Bearer " + cliqtel.apiKey())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"from": "+16625163513", "to": "+31612345678", "body": "Your order #1234 has shipped!"}"""))
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        cliqtel.when().timePasses(Duration.ofMinutes(10));

        cliqtel.then()
                .accepted("Your order #1234 has shipped!", to("+31612345678"), delivered())
                .acceptedNothingElse()
                .wallet("0.992");
    }
}
// README: end
