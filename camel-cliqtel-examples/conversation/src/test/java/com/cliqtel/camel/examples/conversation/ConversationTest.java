/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.conversation;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Properties;

import com.cliqtel.camel.simulator.account.Direction;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.cliqtel.camel.simulator.junit5.SmsCondition.from;
import static com.cliqtel.camel.simulator.junit5.SmsCondition.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who is answered what, and by whom. */
class ConversationTest {

    private static final String PHONE = "+31612345678";
    private static final String OURS = "+16315950406";
    private static final String STOPPED = "You will not hear from us again. Answer START if that should change.";

    @TempDir
    private Path folder;

    @CliqtelSimulator
    private Cliqtel cliqtel;

    private MailServer mail;
    private Shop shop;
    private volatile ZonedDateTime now = ZonedDateTime.parse("2026-11-25T10:00:00+01:00");

    @BeforeEach
    void open() throws Exception {
        cliqtel.given().requestsPerMinute(6_000);
        mail = new MailServer();
        reopen();
    }

    @AfterEach
    void close() {
        shop.close();
        mail.close();
    }

    private void reopen() throws Exception {
        Properties configuration = mail.configuration();
        configuration.setProperty(
                "camel.component.cliqtel.base-url", cliqtel.baseUrl().toString());
        configuration.setProperty("camel.component.cliqtel.api-key", cliqtel.apiKey());
        configuration.setProperty("camel.component.cliqtel.requests-per-minute", "6000");
        configuration.setProperty("camel.component.cliqtel.start-from", "beginning");
        configuration.setProperty("inbound.every", "50");
        configuration.setProperty("mail.every", "50");
        shop = new Shop("jdbc:h2:file:" + folder.resolve("shop").toAbsolutePath(), configuration, () -> now);
    }

    private void says(String text) {
        cliqtel.when().messageArrives(PHONE, OURS, text);
    }

    private List<MimeMessage> mails(int count) {
        return await().until(mail::forPeople, mails -> mails.size() >= count);
    }

    private long answers() {
        return cliqtel.simulator().messages().stream()
                .filter(message -> message.direction() == Direction.OUTBOUND)
                .count();
    }

    @Test
    void answersFromTheNumberThatReceivedTheQuestion() {
        says(" hours? ");
        cliqtel.then().accepted("We are here Mon-Fri 09:00-17:00.", to(PHONE), from(OURS));
        assertThat(mail.forPeople()).isEmpty();
    }

    @Test
    void mailsUnknownQuestionsToTheStaffAndSendsTheirAnswers() throws Exception {
        says("Where is my order?");
        cliqtel.then().accepted("A colleague will answer you here.", to(PHONE));
        MimeMessage first = mails(1).get(0);
        assertThat(first.getSubject()).isEqualTo("SMS from " + PHONE + " [#1]");
        assertThat(first.getContent().toString().strip()).isEqualTo("Where is my order?");

        mail.answer(first, "On its way.\r\nTomorrow!");
        cliqtel.then().accepted("On its way.\nTomorrow!", to(PHONE), from(OURS));

        says("Thanks");
        assertThat(mails(2).get(1).getContent().toString().strip()).isEqualTo("Thanks");
        assertThat(answers()).isEqualTo(2);
    }

    @Test
    void answersWithAnAbsenceMessageOutsideOpeningHours() {
        now = ZonedDateTime.parse("2026-11-28T10:00:00+01:00");
        says("Where is my order?");
        cliqtel.then()
                .accepted("We are closed now. A colleague will answer you here; we are here Mon-Fri 09:00-17:00.");
        mails(1);
    }

    @Test
    void routeAnswersAgainAfterDone() throws Exception {
        says("Where is my order?");
        mail.answer(mails(1).get(0), "done");
        await().until(() -> {
            says("Where is my order now?");
            return answers() >= 2;
        });
    }

    @Test
    void afterStopSendsOneConfirmationAndNoFurtherMessage() throws Exception {
        says("Where is my order?");
        MimeMessage first = mails(1).get(0);
        says("stop");
        cliqtel.then().accepted(STOPPED, to(PHONE));
        says("STOP!");
        says("hours");
        assertThat(mails(2).get(1).getContent().toString().strip()).isEqualTo("hours");

        mail.answer(first, "On its way.");
        assertThat(mails(3).get(2).getSubject()).isEqualTo("Not sent: STOP was said [#1]");
        assertThat(answers()).isEqualTo(2);

        says("Start");
        cliqtel.then().accepted("Welcome back. Ask us anything, or answer HOURS or STOP.", to(PHONE));
    }

    @Test
    void keepsConversationsAfterARestart() throws Exception {
        says("stop");
        cliqtel.then().accepted(STOPPED);
        shop.close();
        says("anybody there?");
        reopen();

        assertThat(mails(1).get(0).getContent().toString().strip()).isEqualTo("anybody there?");
        assertThat(answers()).isEqualTo(1);
    }

    @Test
    void mailsAMessageFromANamedSenderOnce() {
        cliqtel.when().messageArrives("MyBank", OURS, "Your code is 1234");
        mails(1);
        says("hours");
        cliqtel.then().accepted("We are here Mon-Fri 09:00-17:00.");
        // the next poll would have offered it again
        int polls = cliqtel.simulator().calls().size();
        await().until(() -> cliqtel.simulator().calls().size() >= polls + 2);
        assertThat(mail.forPeople()).hasSize(1);
        assertThat(cliqtel.simulator().messages()).extracting(Message::to).doesNotContain("MyBank");
    }

    @Test
    void ignoresAMailWithoutAConversationNumber() throws Exception {
        says("Where is my order?");
        MimeMessage first = mails(1).get(0);
        String subject = first.getSubject();
        first.setSubject("Lunch?");
        mail.answer(first, "At twelve");
        first.setSubject("SMS [#999]");
        mail.answer(first, "At one");
        first.setSubject(subject);
        mail.answer(first, "On its way.");

        cliqtel.then().accepted("On its way.", to(PHONE));
        assertThat(answers()).isEqualTo(2);
    }
}
