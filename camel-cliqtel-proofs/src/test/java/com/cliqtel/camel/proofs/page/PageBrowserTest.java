/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.page;

import java.net.URI;
import java.util.List;

import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.account.Status;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.Keys;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Time.MANUAL;
import static org.assertj.core.api.Assertions.assertThat;

/** The simulator's page as people have it before them: in a real browser, beside a real route. */
@EnabledIf(
        value = "com.cliqtel.camel.proofs.page.Browser#isThere",
        disabledReason = "no Chromium with its chromedriver on the PATH")
class PageBrowserTest {

    private static final String PHONE = "+31612345678";
    private static final String CONVERSATION = "#/phones/%2B31612345678";

    private static Browser browser;
    private static PageChecks watch;

    @BeforeAll
    static void open() throws Exception {
        browser = Browser.open();
        watch = new PageChecks(browser);
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

    private static void assertQuiet(URI api) {
        watch.assertNothingIsLogged();
        watch.assertOnlyTheSimulatorIsCalled(api);
    }

    @Test
    void aRoutesMessageAppearsBecomesDeliveredAndIsAnsweredToARoute(@CliqtelSimulator Simulator cliqtel)
            throws Exception {
        try (TestRoutes desk = new TestRoutes(cliqtel)) {
            browser.go(cliqtel.baseUrl(), "#/phones");
            browser.run("window.sameDocument = true");

            desk.send(PHONE, "Your order #1234 has shipped!");

            browser.awaitText(".conversation .phone", PHONE);
            browser.find(".conversation").click();
            browser.awaitText(".text", "Your order #1234 has shipped!");
            browser.awaitText(".message .status", "delivered");
            browser.find(".composer textarea").sendKeys("Thank you!" + Keys.ENTER);
            browser.awaitText(".answered .text", "Thank you!");
            assertThat(desk.awaitReceived()).isEqualTo("Thank you!");
            assertThat(browser.run("return window.sameDocument")).isEqualTo(true);
            browser.picture("conversation");
            assertQuiet(cliqtel.baseUrl());
        }
    }

    @Test
    void theKeyboardAloneOpensAnswersDeliversAndSwitchesAFault(@CliqtelSimulator(time = MANUAL) Simulator cliqtel)
            throws Exception {
        try (TestRoutes desk = new TestRoutes(cliqtel)) {
            desk.send(PHONE, "Are you there?");
            browser.go(cliqtel.baseUrl(), "#/phones");
            browser.awaitText(".conversation .phone", PHONE);

            browser.tabTo(".conversation");
            browser.press(Keys.ENTER);
            browser.awaitThat("return document.activeElement.matches('.composer textarea')");
            browser.press("Yes, I am", Keys.ENTER);
            browser.awaitText(".answered .text", "Yes, I am");
            browser.awaitText(".message .status", "queued");
            browser.tabTo("[data-act=deliver]", Keys.SHIFT);
            browser.press(Keys.ENTER);
            browser.awaitText(".message .status", "delivered");
            assertThat(browser.run("return document.activeElement.dataset.act")).isEqualTo("fail");
            browser.tabTo("nav a[href='#/faults']", Keys.SHIFT);
            browser.press(Keys.ENTER);
            browser.tabTo("#switch-storm");
            browser.press(Keys.SPACE);
            browser.awaitThat("return document.querySelector('#switch-storm').ariaChecked === 'true'");

            assertThat(cliqtel.messages()).extracting(Message::body).containsExactly("Are you there?", "Yes, I am");
            assertThat(cliqtel.messages().get(0).status()).isEqualTo(Status.DELIVERED);
            assertThat(new DirectApiClient(cliqtel).numbers()).isEqualTo(429);
            watch.assertNothingIsLogged();
        }
    }

    @Test
    void eachViewIsAccessibleInLightAndDarkAndOnAPhone(@CliqtelSimulator(time = MANUAL) Cliqtel cliqtel)
            throws Exception {
        SampleAccount.fill(cliqtel);

        for (SampleAccount.View view : SampleAccount.VIEWS) {
            for (String colours : List.of("light", "dark")) {
                for (int width : List.of(1280, 360)) {
                    String where = view.name() + "-" + colours + "-" + width;
                    browser.sized(width, 800).coloured(colours).go(cliqtel.baseUrl(), view.place());
                    view.ready()
                            .forEach(css -> browser.awaitThat(
                                    "return !!document.querySelector(arguments[0])?.checkVisibility()", css));
                    browser.picture(where);
                    watch.assertAccessible(where);
                    watch.assertNoSidewaysScrolling(where);
                }
            }
        }
        assertQuiet(cliqtel.baseUrl());
    }

    @Test
    void theChosenColoursStayWhateverTheSystemHas(@CliqtelSimulator Simulator cliqtel) {
        browser.go(cliqtel.baseUrl(), "#/account");
        Object light = browser.run("return getComputedStyle(document.body).backgroundColor");
        browser.find("#theme").click();
        Object dark = browser.run("return getComputedStyle(document.body).backgroundColor");
        browser.go(cliqtel.baseUrl(), "#/account");
        assertThat(dark).isNotEqualTo(light);
        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(dark);
        browser.run("localStorage.clear()");
    }

    @Test
    void itTriesAgainWhenTheSimulatorIsGoneAndShowsWhatIsThereThen() {
        Simulator first = Simulator.builder().start();
        int port = first.port();
        browser.go(first.baseUrl(), CONVERSATION);
        first.close();
        browser.awaitText("#connection span", "Trying again");
        try (Simulator second = Simulator.builder().port(port).start()) {
            second.receive(PHONE, second.numbers().get(0).number(), "I am back");
            browser.awaitText("#connection span", "Live");
            browser.awaitText(".text", "I am back");
        }
    }
}
