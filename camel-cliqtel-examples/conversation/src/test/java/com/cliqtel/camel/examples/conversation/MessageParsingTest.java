/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.conversation;

import java.time.ZonedDateTime;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What counts as a word, as open, and as what a mail says. */
class MessageParsingTest {

    private static boolean isStop(String text) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setProperty(ConversationSteps.TEXT, text);
        return Keyword.STOP.isSaid(exchange);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "stop", " Stop. ", "\"STOP\"", "unsubscribe!", "STOP\n"})
    void readsStopInAnyCase(String text) {
        assertThat(isStop(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Don't stop", "STOP IT NOW", "Where do I stop?", "stopp", "1"})
    void readsNoKeywordFromASentence(String text) {
        assertThat(isStop(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00:00+01:00, true",
        "2026-11-27T16:59:59+01:00, true",
        "2026-11-27T17:00:00+01:00, false",
        "2026-11-27T08:59:59+01:00, false",
        "2026-11-28T12:00:00+01:00, false",
        "2026-11-29T12:00:00+01:00, false"
    })
    void thePeopleAreThereFromTheFirstMinuteAndGoneAtTheLast(String time, boolean there) {
        assertThat(OpeningHours.weekdays(() -> ZonedDateTime.parse(time)).areNow())
                .isEqualTo(there);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Yes.~~On Wed, Ada wrote:~> No?|Yes.",
                "Yes.~> No?~No.|Yes.",
                "One~~two~-- ~Ada, Shop|One~~two",
                "> all quoted|''"
            })
    void aMailSaysWhatStandsAboveTheQuotation(String mail, String said) {
        assertThat(MailText.above(mail.replace("~", "\r\n"))).isEqualTo(said.replace("~", "\n"));
    }
}
