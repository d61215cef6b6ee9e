/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Who an SMS is from and for: set on send, filtered by on list. Mutable only because Camel's configurers set it; it becomes settings when the endpoint starts. */
@UriParams
public class AddressOptions {

    @UriParam(
            label = "producer",
            description =
                    "The sending number (send), or the sender to list messages of (list). A leading blank is never read as a plus. Write RAW(...) around a number in a URI that an expression makes.")
    private String from;

    @UriParam(
            label = "producer",
            description =
                    "The recipient (send), or the recipient to list messages of (list). A leading blank is never read as a plus. Write RAW(...) around a number in a URI that an expression makes.")
    private String to;

    public String getFrom() {
        return from;
    }

    /** The sending number (send), or the sender to list messages of (list). A leading blank is never read as a plus. Write RAW(...) around a number in a URI that an expression makes. */
    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    /** The recipient (send), or the recipient to list messages of (list). A leading blank is never read as a plus. Write RAW(...) around a number in a URI that an expression makes. */
    public void setTo(String to) {
        this.to = to;
    }
}
