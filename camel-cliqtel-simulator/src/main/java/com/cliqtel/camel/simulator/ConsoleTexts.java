/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.util.List;

/** The texts that the runnable jar prints. */
final class ConsoleTexts {

    private ConsoleTexts() {}

    static String help(List<String> flags) {
        return """
                A Cliqtel account on a local port: the SMS API, and a page to look at it and to answer from. No SMS leaves this machine.

                usage: java -jar camel-cliqtel-simulator-runnable.jar [flags]

                %s

                When it runs, there is
                  http://127.0.0.1:8089/               the page: phones, calls, webhooks, faults to switch on and off
                  http://127.0.0.1:8089/api/v1/sms     the API
                  http://127.0.0.1:8089/openapi.yaml   the API as an OpenAPI document

                Examples
                  --port 0                             at any port that is free; it says at which
                  --state account.json                 messages and wallet are there again after a restart
                  --delivery-time 10m --fails +15550001111
                                                       slow phones, and one whose messages fail
                  --faults faults.yaml --print-faults replay.yaml
                                                       calls go wrong; at the end, what to replay this run with

                A fault script, such as faults.yaml; the README's "Fault scripts" has all words
                  faults:
                    - {on: sends, nth: 3, accepted: yes, sees: reset}
                    - {on: calls, for: 30s, accepted: no, sees: {too-many-requests: {retry-after: 5}}}
                  webhooks: {late: 10s, copies: 3}

                Ctrl+C ends it. Exit status: 1 when the port cannot be opened, 2 when a flag or a file of one is wrong.""".formatted(String.join("\n", flags));
    }

    static String welcome(Simulator cliqtel) {
        return """
                A Cliqtel account is open: %s
                No SMS leaves this machine, and none costs anything.

                  page      %s
                  base URL  %s
                  API key   %s
                  listens   %s

                Try:

                  curl -X POST %s/messages \\
                    -H "Authorization: Bearer %s" \\
                    -H "Content-Type: application/json" \\
                    -d '{"from": "%s", "to": "+31612345678", "body": "Your order #1234 has shipped!"}'

                Ctrl+C ends it.""".formatted(
                        cliqtel.baseUrl().resolve("/"),
                        cliqtel.baseUrl().resolve("/"),
                        cliqtel.baseUrl(),
                        cliqtel.apiKey(),
                        cliqtel.reach(),
                        cliqtel.baseUrl(),
                        cliqtel.apiKey(),
                        cliqtel.numbers().get(0).number());
    }
}
