/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The filter by a number of the account. Not thread-safe: set the options before the context starts. */
@UriParams
public final class NumberFilterOptions {

    @UriParam
    private Long numberId;

    public Long getNumberId() {
        return numberId;
    }

    /** Only messages of this number of the account, by its id. */
    public void setNumberId(Long numberId) {
        this.numberId = numberId;
    }
}
