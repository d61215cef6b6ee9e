/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send;

import java.util.List;
import java.util.function.BiFunction;

import com.cliqtel.camel.model.Estimate;
import com.cliqtel.camel.text.Estimator;
import com.cliqtel.camel.text.LongText;
import com.cliqtel.camel.text.MessageText;
import com.cliqtel.camel.text.PartLimit;

/** The values of the option {@code longMessage}: what to do with a text that is too long for one SMS. */
enum LongMessage {
    /** It is refused. */
    FAIL(LongMessage::whole),
    /** It is sent in parts. */
    SPLIT(LongText::split);

    private final BiFunction<String, PartLimit, List<String>> parting;

    LongMessage(BiFunction<String, PartLimit, List<String>> parting) {
        this.parting = parting;
    }

    /**
     * Returns the text as SMS, in order. If the text is cut, blanks at the ends of its parts are left out.
     *
     * @throws IllegalArgumentException when it cannot be sent as it is or in parts; it is never quoted
     */
    List<MessageText> parts(String text, PartLimit limit) {
        List<String> parts = parting.apply(text, limit);
        // an empty or blank text has no parts; the check of the text refuses it with the right reason
        return parts.size() > 1
                ? parts.stream().map(MessageText::new).toList()
                : List.of(new MessageText(parts.isEmpty() ? text : parts.get(0)));
    }

    private static List<String> whole(String text, PartLimit limit) {
        int allowed = limit.maxSegments();
        if (allowed == 0) {
            return List.of(text);
        }
        Estimate estimate = Estimator.of(text);
        if (estimate.fits() && estimate.segments() > allowed) {
            throw new IllegalArgumentException("the text needs " + estimate.segments() + " segments ("
                    + estimate.encoding() + "), and maxSegments allows " + allowed
                    + ": shorten it, or set longMessage=split");
        }
        return List.of(text);
    }
}
