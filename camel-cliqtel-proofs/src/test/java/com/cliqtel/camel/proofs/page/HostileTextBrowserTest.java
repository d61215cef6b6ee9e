/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.page;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.account.AccountNumber;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.json.Json;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Limits.NONE;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever somebody writes, calls himself or asks for is text on the page, and nothing else. */
@EnabledIf(
        value = "com.cliqtel.camel.proofs.page.Browser#isThere",
        disabledReason = "no Chromium with its chromedriver on the PATH")
class HostileTextBrowserTest {

    private static final String PHONE = "+31612345678";
    private static final String TEXTS = "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent)";

    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void leave() {
        browser.leave();
    }

    private static void assertNothingIsInjected() {
        assertThat(browser.run("return window.hacked ?? null")).isNull();
        String injected =
                "script:not([src^='/simulator/page/']), iframe, img, base, meta[http-equiv], style, body form:not(.composer, .fields),"
                        + " link:not([href='/simulator/page/page.css'], [rel=icon]), a:not([href^='#/'], [href='/openapi.json'], #skip),"
                        + " .hostile, [onerror], [onload], [onfocus], [onmouseover], [style]";
        assertThat((List<?>) browser.run(TEXTS, injected)).isEmpty();
        new PageChecks(browser).assertNothingIsLogged();
    }

    @Test
    void asAMessage(@CliqtelSimulator Simulator cliqtel) {
        String number = cliqtel.numbers().get(0).number();
        HostileTexts.ALL.forEach(text -> cliqtel.receive(PHONE, number, text));
        browser.go(cliqtel.baseUrl(), "#/phones/%2B31612345678");
        // and once more as events
        HostileTexts.ALL.forEach(text -> cliqtel.receive(PHONE, number, text));
        browser.awaitThat(
                "return document.querySelectorAll('.messages .text').length === arguments[0]",
                2 * HostileTexts.ALL.size());

        List<?> seen = (List<?>) browser.run(TEXTS, ".messages .text");
        IntStream.range(0, seen.size()).forEach(i -> assertThat((String) seen.get(i))
                .startsWith(HostileTexts.seen(HostileTexts.ALL.get(i % HostileTexts.ALL.size()))));
        assertNothingIsInjected();
    }

    @Test
    void asASender(@CliqtelSimulator Simulator cliqtel) {
        String number = cliqtel.numbers().get(0).number();
        HostileTexts.SENDERS.forEach(text -> cliqtel.receive(text, number, "From " + text));
        browser.go(cliqtel.baseUrl(), "#/phones");
        browser.awaitThat(
                "return document.querySelectorAll('.conversation').length === arguments[0]",
                HostileTexts.SENDERS.size());

        List<?> names = (List<?>) browser.run(TEXTS, ".conversation .phone");
        for (int i = 0; i < names.size(); i++) {
            String sender = HostileTexts.SENDERS.get(HostileTexts.SENDERS.size() - 1 - i);
            assertThat(names.get(i)).isEqualTo(HostileTexts.seenAsAddress(sender));
            browser.run("document.querySelectorAll('.conversation')[arguments[0]].click()", i);
            browser.awaitThat(
                    "return document.querySelector('#thread-title')?.textContent === arguments[0]"
                            + " && document.querySelector('.messages .text')?.textContent.startsWith('From ')",
                    names.get(i));
            assertNothingIsInjected();
        }
    }

    @Test
    void asAnAnswerFromThePage(@CliqtelSimulator Simulator cliqtel) {
        browser.go(cliqtel.baseUrl(), "#/phones");
        for (String text : HostileTexts.ALL.subList(0, 5)) {
            browser.find("#new-conversation").click();
            browser.find("#newcomer-from").sendKeys(text);
            browser.find("#newcomer-body").sendKeys(text);
            browser.find("#newcomer [type=submit]").click();
            browser.awaitText(".answered .text", text);
            assertNothingIsInjected();
        }
        assertThat(cliqtel.messages())
                .extracting(message -> message.from() + message.body())
                .containsExactlyElementsOf(HostileTexts.ALL.subList(0, 5).stream()
                        .map(text -> text + text)
                        .toList());
    }

    @Test
    void asWhatIsCalledAndSent(@CliqtelSimulator(limits = NONE) Simulator cliqtel) {
        List<String> texts = HostileTexts.SHORT;

        DirectApiClient client = new DirectApiClient(cliqtel);
        for (String text : texts) {
            client.send(new Json().toJson(Map.of("from", "+16625163513", "to", PHONE, "body", text)));
        }
        browser.go(cliqtel.baseUrl(), "#/calls");
        browser.awaitThat("return document.querySelectorAll('.entry').length === arguments[0]", texts.size());
        for (int i = 0; i < texts.size(); i++) {
            browser.run("document.querySelectorAll('#calls .entry')[arguments[0]].click()", i);
            browser.awaitThat(
                    "return document.querySelector('#call h2')?.textContent === arguments[0] && document.querySelectorAll('#call pre').length === 4",
                    "Call " + (texts.size() - i));
            assertNothingIsInjected();
        }
    }

    @Test
    void asAKindOfNumber(@CliqtelSimulator Cliqtel cliqtel) {
        String hostile = HostileTexts.ALL.get(2);
        AccountNumber number = new AccountNumber(11, "+16625163513", "US", hostile, true, true);
        cliqtel.given().account(account -> account.number(number));

        browser.go(cliqtel.baseUrl(), "#/account");
        browser.awaitText("#account td", hostile);
        assertNothingIsInjected();
    }
}
