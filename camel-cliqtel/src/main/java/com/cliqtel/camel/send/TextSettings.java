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
 * How a text becomes one SMS or several.
 *
 * @param encoding what is done to its characters
 * @param longMessage what is done when it is too long
 * @param limit what one SMS may hold
 */
record TextSettings(UnaryOperator<String> encoding, LongMessage longMessage, PartLimit limit) {

    /** @throws IllegalArgumentException saying which option is wrong and what would be right */
    static TextSettings of(CliqtelEndpoint endpoint) {
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
     * The SMS to send for a text, in order.
     *
     * @throws IllegalArgumentException when it cannot be sent
     */
    List<MessageText> parts(String text) {
        return longMessage.parts(encoding.apply(text), limit);
    }

    /** What the text comes to, if it were sent so. */
    Estimate estimate(String text) {
        return Estimator.of(encoding.apply(text));
    }
}
