/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Which message to get. Mutable only because Camel's configurers set it; it becomes settings when the endpoint starts. */
@UriParams
public class GetOptions {

    @UriParam(
            label = "producer",
            description =
                    "The id of the message. It comes before the header CamelCliqtelMessageId and before the body.")
    private Long messageId;

    public Long getMessageId() {
        return messageId;
    }

    /** The id of the message. It comes before the header CamelCliqtelMessageId and before the body. */
    public void setMessageId(Long messageId) {
        this.messageId = messageId;
    }
}
