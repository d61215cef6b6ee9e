/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.cliqtel.camel.account.UrlCheck;
import com.cliqtel.camel.exchange.InputParsers;
import com.cliqtel.camel.exchange.InputValue;
import com.cliqtel.camel.fixture.HostileTexts;
import com.cliqtel.camel.model.SendSms;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.options.PipeText;
import com.cliqtel.camel.options.UriValues;
import com.cliqtel.camel.text.Estimator;
import com.cliqtel.camel.text.LongText;
import com.cliqtel.camel.text.MessageText;
import com.cliqtel.camel.text.PartLimit;
import com.cliqtel.camel.text.PhoneNumber;
import com.cliqtel.camel.text.phone.PhoneLibrary;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything in this package that reads a text from outside, with texts made to exhaust a stack or to take for ever. */
class HostileTextsTest {

    private static Arguments reader(String name, Consumer<String> reading) {
        return Arguments.of(name, reading);
    }

    static Stream<Arguments> readers() {
        return Stream.of(
                reader("a number", PhoneNumber::written),
                reader("a text", MessageText::new),
                reader("an SMS to send", text -> SendSms.of(text, text).toString()),
                reader("a message", text -> Sms.of(Map.of("id", 1, "from", text, "cost", text, "created_at", text))
                        .toString()),
                reader("an endpoint URI", text -> UriValues.of("cliqtel:send?to=" + text + "&since=" + text)),
                reader("a value of a pipe", text -> PipeText.mended("to", text)),
                reader("an address of a pipe", text -> PipeText.mended("baseUrl", text)),
                reader("an address", text -> UrlCheck.checked("baseUrl", text, false)),
                reader("a word", text -> InputParsers.text(new InputValue(text, "header", "x"))),
                reader("an id", text -> InputParsers.id(new InputValue(text, "header", "x"))),
                reader("a time", text -> InputParsers.time(new InputValue(text, "header", "x"))),
                reader("a long text", text -> LongText.split(text, PartLimit.API)),
                reader("a text to estimate", Estimator::of),
                reader("a national number", text -> PhoneLibrary.numbersOf("GB").resolve(text)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    @Timeout(60)
    void aHostileTextIsReadOrRefusedOnASmallStack(String name, Consumer<String> reading) throws Exception {
        HostileTexts.readEach(reading);
    }
}
