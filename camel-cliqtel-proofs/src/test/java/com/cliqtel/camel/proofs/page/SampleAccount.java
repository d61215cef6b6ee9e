/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.page;

import java.time.Duration;
import java.util.List;

import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.junit5.Cliqtel;

/** Fills an account with an example of everything, and lists the views that show it. */
final class SampleAccount {

    private static final String NOBODY = "http://127.0.0.1:1/webhooks/sms";

    record View(String name, String place, List<String> ready) {}

    static final List<View> VIEWS = List.of(
            new View("phones", "#/phones", List.of("#conversations li")),
            new View("conversation", "#/phones/%2B31612345678", List.of(".messages li")),
            new View("calls", "#/calls/3", List.of("#call pre", "#call dl")),
            new View("webhooks", "#/webhooks/1", List.of("#webhook pre", "#webhook dl")),
            new View("faults", "#/faults", List.of("#switches li")),
            new View("account", "#/account", List.of("#account tbody tr")));

    private SampleAccount() {}

    /** The account is one whose time is moved by hand. */
    static void fill(Cliqtel account) {
        FaultRule lost =
                FaultRule.sends(Fault.afterAcceptance(Symptom.status(503))).nth(4);
        account.given().fault(lost);
        Simulator simulator = account.simulator();
        String number = simulator.numbers().get(0).number();
        DirectApiClient client = new DirectApiClient(simulator);
        client.send(sms("+31612345678", "Your order #1234 has shipped!"));
        client.send(sms("+4915112345678", "Ihr Code ist 482913."));
        account.when().timePasses(Duration.ofSeconds(10));
        simulator.receive("+31612345678", number, "Great, thanks. Can you leave it with the neighbours at number 14?");
        account.when().timePasses(Duration.ofHours(26));
        client.send(sms("+31612345678", "Of course. We have told the driver."));
        client.send(sms("+31612345678", "How did we do? Answer with 1 to 5."));
        client.send("{}");
        client.get("sms/messages?direction=inbound&per_page=100");
        simulator.receive("72727", number, "Thanks for subscribing \uD83C\uDF89");
        simulator.receive("CONCERTS", number, "\u062A\u0645 \u0634\u062D\u0646 \u0637\u0644\u0628\u0643 1234");
        simulator.fail(simulator.messages().get(1).id());
        simulator.awaitQuiet(Duration.ofSeconds(20));
    }

    private static String sms(String to, String text) {
        return """
                {"from": "+16625163513", "to": "%s", "body": "%s", "status_callback_url": "%s"}""".formatted(to, text, NOBODY);
    }
}
