/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.conversation;

import java.io.PrintStream;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.account.Direction;
import com.cliqtel.camel.simulator.account.Message;

/** An evening and a morning of a conversation: on a simulated account, with a mail server in this process. */
final class Demonstration {

    private static final String PHONE = "+31612345678";
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Simulator simulator;
    private final MailServer mail;
    private final PrintStream out;
    private volatile ZonedDateTime now;

    private Demonstration(Simulator simulator, MailServer mail, PrintStream out) {
        this.simulator = simulator;
        this.mail = mail;
        this.out = out;
    }

    /** Tells it. */
    static void to(PrintStream out) throws Exception {
        try (Simulator simulator = Simulator.builder().requestsPerMinute(6_000).start();
                MailServer mail = new MailServer()) {
            new Demonstration(simulator, mail, out).tell("jdbc:h2:mem:conversation;DB_CLOSE_DELAY=-1");
        }
    }

    private void tell(String database) throws Exception {
        timeIs("2026-11-25T22:30:00+01:00");
        try (Shop evening = new Shop(database, configuration(), () -> now)) {
            write("hours");
            hear();
            write("Can I still change my order?");
            read();
            hear();
        }
        out.println("  --        the application is stopped, and started again");
        timeIs("2026-11-26T09:05:00+01:00");
        try (Shop morning = new Shop(database, configuration(), () -> now)) {
            people("Good morning! Yes, until noon.");
            hear();
            write("Great, make it two.");
            read();
            people("DONE");
            write("Stop.");
            hear();
            write("START");
            hear();
        }
    }

    private Properties configuration() {
        Properties configuration = mail.configuration();
        configuration.setProperty(
                "camel.component.cliqtel.base-url", simulator.baseUrl().toString());
        configuration.setProperty("camel.component.cliqtel.api-key", simulator.apiKey());
        configuration.setProperty("camel.component.cliqtel.requests-per-minute", "6000");
        configuration.setProperty("camel.component.cliqtel.start-from", "beginning");
        configuration.setProperty("inbound.every", "200");
        configuration.setProperty("mail.every", "200");
        return configuration;
    }

    private void timeIs(String time) {
        now = ZonedDateTime.parse(time);
        out.println("  clock     " + now.getDayOfWeek() + " " + now.toLocalTime());
    }

    private int heard;
    private int read;

    private void write(String text) {
        out.println("  phone     " + text);
        simulator.receive(PHONE, simulator.numbers().get(0).number(), text);
    }

    private void hear() throws Exception {
        List<Message> answers = await(this::answers, heard);
        out.println("  SMS       " + answers.get(heard++).body());
    }

    private List<Message> answers() {
        return simulator.messages().stream()
                .filter(message -> message.direction() == Direction.OUTBOUND)
                .toList();
    }

    private void read() throws Exception {
        var mails = await(mail::forPeople, read);
        var last = mails.get(read++);
        out.println("  mail      " + last.getSubject() + ": "
                + last.getContent().toString().strip());
    }

    private void people(String text) throws Exception {
        out.println("  people    " + text);
        mail.answer(mail.forPeople().get(read - 1), text);
    }

    private static <T> List<T> await(Callable<List<T>> list, int more) throws Exception {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (list.call().size() <= more) {
            if (System.nanoTime() > until) {
                throw new TimeoutException("nothing came in " + LONGEST.toSeconds() + " s");
            }
            Thread.sleep(20);
        }
        return list.call();
    }
}
