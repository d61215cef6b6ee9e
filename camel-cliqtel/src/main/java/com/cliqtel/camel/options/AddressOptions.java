/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The sender and the recipient of a send, and the filters of a list by them. Not thread-safe: set the options before the context starts. */
@UriParams
public final class AddressOptions extends OptionGroup<AddressOptions> {

    @UriParam(label = "producer")
    private String from;

    @UriParam(label = "producer")
    private String to;

    public String getFrom() {
        return from;
    }

    /** The number that sends the SMS. For cliqtel:list, the sender of the listed messages. A leading blank is never read as a plus. In a URI that an expression makes, write RAW(...) around the number. On the component it is the default of cliqtel:send only. */
    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    /** The number that receives the SMS. For cliqtel:list, the recipient of the listed messages. A leading blank is never read as a plus. In a URI that an expression makes, write RAW(...) around the number. On the component it is the default of cliqtel:send only. */
    public void setTo(String to) {
        this.to = to;
    }
}
