/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.options.UriValues;

/** The inputs of the operations, each with its names as an option, a header and a field of the body. */
public enum Parameter {
    FROM("from", CliqtelConstants.FROM, "from"),
    FROM_NUMBER_ID("fromNumberId", CliqtelConstants.FROM_NUMBER_ID, "from_number_id"),
    TO("to", CliqtelConstants.TO, "to"),
    STATUS_CALLBACK_URL("statusCallbackUrl", CliqtelConstants.STATUS_CALLBACK_URL, "status_callback_url"),
    BODY(null, null, "body"),
    IDEMPOTENCY_KEY(null, CliqtelConstants.IDEMPOTENCY_KEY, null),
    MESSAGE_ID("messageId", CliqtelConstants.MESSAGE_ID, null),
    FILTER_FROM("from", CliqtelConstants.FILTER_FROM, null),
    FILTER_TO("to", CliqtelConstants.FILTER_TO, null),
    FILTER_DIRECTION("direction", CliqtelConstants.FILTER_DIRECTION, null),
    FILTER_STATUS("status", CliqtelConstants.FILTER_STATUS, null),
    FILTER_NUMBER_ID("numberId", CliqtelConstants.FILTER_NUMBER_ID, null),
    FILTER_SINCE("since", CliqtelConstants.FILTER_SINCE, null),
    PAGE("page", CliqtelConstants.PAGE, null),
    PER_PAGE("perPage", CliqtelConstants.PER_PAGE, null);

    private final String option;
    private final String header;
    private final String field;

    Parameter(String option, String header, String field) {
        this.option = option;
        this.header = header;
        this.field = field;
    }

    /** The option's name in an endpoint URI; null if no option sets this input. */
    String option() {
        return option;
    }

    /** The header's name; null if no header sets this input. */
    String header() {
        return header;
    }

    /** The field's name in a body, as the API writes it; null if no field sets this input. */
    String field() {
        return field;
    }

    /** Returns the inputs that an option sets: {@code to} is the recipient of a send, and a filter of a list. */
    public static List<Parameter> ofOption(String option) {
        return Arrays.stream(values())
                .filter(parameter -> parameter.option != null && UriValues.isSame(parameter.option, option))
                .toList();
    }

    /** Returns the input that a field of the body sets; empty for an unknown field. */
    public static Optional<Parameter> ofField(String field) {
        return Arrays.stream(values())
                .filter(parameter -> field.equals(parameter.field))
                .findFirst();
    }
}
