/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.page;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.IntStream;

import com.cliqtel.camel.simulator.Simulator;

/** Calls the API without the component. */
final class DirectApiClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Simulator simulator;

    DirectApiClient(Simulator simulator) {
        this.simulator = simulator;
    }

    /** The status that is answered. */
    int numbers() {
        return call(request("sms/numbers").build());
    }

    int send(String json) {
        return call(request("sms/messages").POST(BodyPublishers.ofString(json)).build());
    }

    int get(String pathAndQuery) {
        return call(request(pathAndQuery).build());
    }

    void callOften(int times) {
        HttpRequest numbers = request("sms/numbers").build();
        IntStream.range(0, times).parallel().forEach(i -> call(numbers));
    }

    private HttpRequest.Builder request(String path) {
        URI uri = simulator.baseUrl().resolve(path);
        return HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + simulator.apiKey())
                .header("Content-Type", "application/json");
    }

    private int call(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
