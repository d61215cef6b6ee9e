/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.Arrays;
import java.util.Optional;

/** What steers a call, and what it is called in each place it can come from. */
enum Control {
    FROM("from", CliqtelConstants.FROM, "from"),
    FROM_NUMBER_ID("fromNumberId", CliqtelConstants.FROM_NUMBER_ID, "from_number_id"),
    TO("to", CliqtelConstants.TO, "to"),
    STATUS_CALLBACK_URL("statusCallbackUrl", CliqtelConstants.STATUS_CALLBACK_URL, "status_callback_url"),
    BODY(null, null, "body"),
    IDEMPOTENCY_KEY(null, CliqtelConstants.IDEMPOTENCY_KEY, null),
    MESSAGE_ID("messageId", CliqtelConstants.MESSAGE_ID, null),
    DIRECTION("direction", CliqtelConstants.DIRECTION, null),
    STATUS("status", CliqtelConstants.STATUS, null),
    NUMBER_ID("numberId", CliqtelConstants.NUMBER_ID, null),
    SINCE("since", CliqtelConstants.SINCE, null),
    PAGE("page", CliqtelConstants.PAGE, null),
    PER_PAGE("perPage", CliqtelConstants.PER_PAGE, null);

    private final String option;
    private final String header;
    private final String field;

    Control(String option, String header, String field) {
        this.option = option;
        this.header = header;
        this.field = field;
    }

    /** The option's name in an endpoint URI, or null. */
    String option() {
        return option;
    }

    /** The header's name, or null. */
    String header() {
        return header;
    }

    /** The field's name in a body, as the API writes it, or null. */
    String field() {
        return field;
    }

    static Optional<Control> ofOption(String option) {
        return Arrays.stream(values())
                .filter(control -> control.option != null && CliqtelOperation.isSame(control.option, option))
                .findFirst();
    }

    static Optional<Control> ofField(String field) {
        return Arrays.stream(values())
                .filter(control -> field.equals(control.field))
                .findFirst();
    }
}
