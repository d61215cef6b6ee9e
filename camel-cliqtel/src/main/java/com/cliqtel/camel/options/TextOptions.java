/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** How a text becomes one or several SMS. Not thread-safe: set the options before the context starts. */
@UriParams
public final class TextOptions extends OptionGroup<TextOptions> {

    @UriParam(label = "producer", enums = "fail,split", defaultValue = "fail")
    private String longMessage = "fail";

    @UriParam(label = "producer", defaultValue = "0")
    private Integer maxSegments = 0;

    @UriParam(label = "producer", defaultValue = "false")
    private Boolean smartEncoding = false;

    public String getLongMessage() {
        return longMessage;
    }

    /** What to do with a text of more than 1,600 characters, or of more than maxSegments: refuse it (fail), or send it in parts that are cut at word ends, without the blanks at the cuts (split). */
    public void setLongMessage(String longMessage) {
        this.longMessage = longMessage;
    }

    public Integer getMaxSegments() {
        return maxSegments;
    }

    /** The most segments of one SMS, each charged: a text that needs more is refused, or split. 0 for any number. */
    public void setMaxSegments(Integer maxSegments) {
        this.maxSegments = maxSegments;
    }

    public Boolean getSmartEncoding() {
        return smartEncoding;
    }

    /** Whether typographic characters that would force UCS-2, such as curly quotes, are replaced by their GSM equals, where the whole text then is GSM-7. */
    public void setSmartEncoding(Boolean smartEncoding) {
        this.smartEncoding = smartEncoding;
    }
}
