/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Properties;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;

/** A mail server in this process, on free ports: the mailbox of the people, and the application's own. */
final class MailServer implements AutoCloseable {

    static final String PEOPLE = "people@shop.example";
    static final String OURS = "sms@shop.example";

    private static final String PASSWORD = "secret";

    private final GreenMail server =
            new GreenMail(new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.IMAP.dynamicPort()});

    MailServer() {
        server.start();
        server.setUser(PEOPLE, "people", PASSWORD);
        server.setUser(OURS, "sms", PASSWORD);
    }

    /** As the routes' configuration. */
    Properties configuration() {
        Properties configuration = new Properties();
        configuration.setProperty(
                "mail.out", "smtp://127.0.0.1:" + server.getSmtp().getPort());
        configuration.setProperty(
                "mail.in",
                "imap://127.0.0.1:" + server.getImap().getPort() + "?username=sms&password=" + PASSWORD
                        + "&delete=true&initialDelay=1&delay={{mail.every}}");
        configuration.setProperty("mail.people", PEOPLE);
        configuration.setProperty("mail.ours", OURS);
        return configuration;
    }

    /** What the people have got, oldest first. */
    List<MimeMessage> forPeople() {
        return Arrays.stream(server.getReceivedMessagesForDomain(PEOPLE)).toList();
    }

    /** The people answer a mail, as mail programs do: with its text below. */
    void answer(MimeMessage mail, String text) throws Exception {
        String quoted =
                "On Wed, somebody wrote:\r\n> " + mail.getContent().toString().strip();
        GreenMailUtil.sendTextEmail(
                OURS,
                PEOPLE,
                "Re: " + mail.getSubject(),
                text + "\r\n\r\n" + quoted,
                server.getSmtp().getServerSetup());
    }

    @Override
    public void close() {
        server.stop();
    }
}
