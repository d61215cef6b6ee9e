/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.quickstart;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.model.DeliveryStatus;
import com.cliqtel.camel.model.Sms;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/** One run of the quickstart: starts the routes, sends an SMS, waits for its delivery and stops the routes. */
final class QuickstartRun {

    private static final Duration LONGEST_DELIVERY = Duration.ofMinutes(2);

    private final Account account;
    private final ProgressPrinter printer;
    private final ReceivedReports reports = new ReceivedReports();

    QuickstartRun(Account account, ProgressPrinter printer) {
        this.account = account;
        this.printer = printer;
    }

    /**
     * Starts the routes, sends the SMS, and stops the routes.
     *
     * @return how long after the routes' start the SMS was delivered
     * @throws IllegalStateException if it was not delivered or a forged webhook was accepted
     */
    Duration run() throws Exception {
        Main camel = new Main();
        camel.bind("printer", printer);
        camel.bind("reports", reports);
        camel.configure().addRoutesBuilder(new MessagesRoute());
        camel.setOverrideProperties(account.configuration());
        try {
            camel.start();
            return run(camel.getCamelContext().createProducerTemplate());
        } finally {
            camel.stop();
        }
    }

    private Duration run(ProducerTemplate routes) throws Exception {
        long started = System.nanoTime();
        routes.sendBody("direct:numbers", null);
        Sms sms = routes.requestBody("direct:send", "Your order #1234 has shipped!", Sms.class);
        DeliveryStatus end = account.webhooks().reachable() ? awaitReport(sms) : ask(routes, sms);
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        forge(sms);
        routes.sendBody("direct:messages", null);
        if (!end.equals(DeliveryStatus.DELIVERED)) {
            throw new IllegalStateException("Message " + sms.id() + " was not delivered: it is " + end);
        }
        return took;
    }

    private DeliveryStatus awaitReport(Sms sms) throws Exception {
        try {
            return reports.awaitEnd(sms.id(), LONGEST_DELIVERY);
        } catch (TimeoutException silence) {
            throw new IllegalStateException(
                    "No webhook told the end of message " + sms.id() + " in " + LONGEST_DELIVERY.toSeconds() + " s",
                    silence);
        }
    }

    private static DeliveryStatus ask(ProducerTemplate routes, Sms sms) {
        return routes.requestBodyAndHeader("direct:follow", sms, CliqtelConstants.MESSAGE_ID, sms.id(), Sms.class)
                .status();
    }

    private void forge(Sms sms) throws Exception {
        int answer = new ForgedWebhook(sms.id()).postTo(account.webhooks().local());
        if (answer != 403 || reports.know(sms.id(), DeliveryStatus.FAILED)) {
            throw new IllegalStateException("A forged webhook was answered with " + answer + ", not refused with 403");
        }
        printer.forged(answer);
    }
}
