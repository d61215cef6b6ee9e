/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import com.cliqtel.camel.CliqtelConstants;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Makes of a row what {@code cliqtel:send} takes. */
final class Drafting implements Processor {

    /** The header that says in which country the number is read; not there when in none. */
    static final String REGION = "region";

    private final Wording wording;
    private final String region;

    Drafting(Order order) {
        this.wording = new Wording(order.text());
        this.region = order.region();
    }

    /** @throws IllegalArgumentException when the row lacks something, or names a country that there isn't */
    @Override
    public void process(Exchange exchange) {
        Row row = exchange.getProperty(BulkRoutes.ROW, Row.class);
        Message message = exchange.getMessage();
        String country = row.column("country").map(Region::checked).orElse(region);
        if (country != null) {
            message.setHeader(REGION, country);
        }
        message.setHeader(CliqtelConstants.TO, row.needed("phone"));
        message.setHeader(CliqtelConstants.IDEMPOTENCY_KEY, row.key());
        message.setBody(wording.of(row));
    }
}
