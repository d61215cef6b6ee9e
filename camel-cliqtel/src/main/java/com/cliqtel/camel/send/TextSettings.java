/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.util.List;
import java.util.function.UnaryOperator;

import com.cliqtel.camel.model.Estimate;
import com.cliqtel.camel.options.AllowedWords;
import com.cliqtel.camel.options.TextOptions;
import com.cliqtel.camel.text.Estimator;
import com.cliqtel.camel.text.MessageText;
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
    public static TextSettings of(TextOptions options) {
        return new TextSettings(
                options.getSmartEncoding() ? SmartEncoding::of : UnaryOperator.identity(),
                AllowedWords.constant("longMessage", LongMessage.class, options.getLongMessage()),
                new PartLimit(options.getMaxSegments()));
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
