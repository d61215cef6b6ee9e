/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.util.List;
import java.util.function.UnaryOperator;

import com.cliqtel.camel.CliqtelComponentOptions;
import com.cliqtel.camel.CliqtelEndpoint;
import com.cliqtel.camel.model.Estimate;
import com.cliqtel.camel.model.MessageText;
import com.cliqtel.camel.options.AllowedWords;
import com.cliqtel.camel.options.OptionChecks;
import com.cliqtel.camel.options.SendOptions;
import com.cliqtel.camel.text.Estimator;
import com.cliqtel.camel.text.PartLimit;
import com.cliqtel.camel.text.SmartEncoding;

/**
 * The settings for texts: the options after defaults and checks.
 *
 * @param encoding replaces characters of the text
 * @param longMessage what to do with a text that is too long for one SMS
 * @param limit the size of one SMS
 */
public record TextSettings(UnaryOperator<String> encoding, LongMessage longMessage, PartLimit limit) {

    /** @throws IllegalArgumentException when an option is wrong; the message names it and what is allowed */
    public static TextSettings of(CliqtelEndpoint endpoint) {
        SendOptions own = endpoint.getSend();
        CliqtelComponentOptions component = endpoint.getComponent();
        boolean smart = OptionChecks.first(own.getSmartEncoding(), component.getSmartEncoding(), false);
        return new TextSettings(
                smart ? SmartEncoding::of : UnaryOperator.identity(),
                AllowedWords.constant(
                        "longMessage",
                        LongMessage.class,
                        OptionChecks.first(own.getLongMessage(), component.getLongMessage(), "fail")),
                new PartLimit(OptionChecks.first(own.getMaxSegments(), component.getMaxSegments(), 0)));
    }

    /**
     * Returns the texts of the SMS to send, in order.
     *
     * @throws IllegalArgumentException when it cannot be sent
     */
    List<MessageText> parts(String text) {
        return longMessage.parts(encoding.apply(text), limit);
    }

    /** Returns the encoding and the segments that the text would have. */
    Estimate estimate(String text) {
        return Estimator.of(encoding.apply(text));
    }
}
