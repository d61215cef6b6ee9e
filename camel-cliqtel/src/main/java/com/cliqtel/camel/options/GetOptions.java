/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Which message is read. Not thread-safe: set the options before the context starts. */
@UriParams
public final class GetOptions {

    @UriParam(label = "producer")
    private Long messageId;

    public Long getMessageId() {
        return messageId;
    }

    /** The id of the message. It comes before the header CamelCliqtelMessageId and before the body. */
    public void setMessageId(Long messageId) {
        this.messageId = messageId;
    }
}
