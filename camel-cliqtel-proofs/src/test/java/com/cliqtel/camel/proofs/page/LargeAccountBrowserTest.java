/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.page;

import java.time.Duration;

import com.cliqtel.camel.simulator.Simulator;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Limits.NONE;
import static org.awaitility.Awaitility.await;

/** The page of an account with much in it. Times are printed; what is asserted is that the document stays small. */
@EnabledIf(
        value = "com.cliqtel.camel.proofs.page.Browser#isThere",
        disabledReason = "no Chromium with its chromedriver on the PATH")
class LargeAccountBrowserTest {

    private static final String PHONE = "+31612345678";
    private static final String CONVERSATION = "#/phones/%2B31612345678";

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

    @Test
    void twentyThousandMessagesAndCallsLeaveThePageSmall(@CliqtelSimulator(limits = NONE) Simulator cliqtel) {
        String number = cliqtel.numbers().get(0).number();
        for (int i = 0; i < 20_000; i++) {
            cliqtel.receive(i % 2 == 0 ? PHONE : "+3161%07d".formatted(i % 5_000), number, "Message " + i);
        }
        new DirectApiClient(cliqtel).callOften(20_000);
        PageMeasurement measured = new PageMeasurement(browser, cliqtel);

        System.out.println("page: " + measured.load(CONVERSATION));
        measured.assertSmall();
        for (int i = 0; i < 12; i++) {
            measured.scrollToTheOldest("#thread .scroll", true);
            measured.scrollToTheOldest("#view-phones .master .scroll", false);
        }
        measured.assertSmall();
        browser.go(cliqtel.baseUrl(), CONVERSATION);
        browser.awaitText(".text", "Message 19998");
        System.out.println("page: " + measured.events(PHONE, 20));
        System.out.println("page: " + measured.burst(PHONE, 2_000));
        measured.assertSmall();
        System.out.println("page: " + measured.load("#/calls"));
        measured.assertSmall();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> (Long) browser.run("return document.querySelectorAll('#calls .entry').length") == 50);
        new PageChecks(browser).assertNothingIsLogged();
    }
}
