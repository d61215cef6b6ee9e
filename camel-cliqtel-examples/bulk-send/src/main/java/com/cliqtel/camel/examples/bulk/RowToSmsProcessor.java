/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import com.cliqtel.camel.CliqtelConstants;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Sets the recipient, the idempotency key and the text of a row as {@code cliqtel:send} expects them. */
final class RowToSmsProcessor implements Processor {

    /** The header with the country in which the number is read; missing if the number is international. */
    static final String REGION = "region";

    private final TextTemplate template;
    private final String region;

    RowToSmsProcessor(CampaignSettings settings) {
        this.template = new TextTemplate(settings.text());
        this.region = settings.region();
    }

    /** @throws IllegalArgumentException if the row lacks a column or has an unknown country */
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
        message.setBody(template.of(row));
    }
}
