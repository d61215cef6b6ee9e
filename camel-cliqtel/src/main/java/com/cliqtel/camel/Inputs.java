/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.error.ErrorFacts;

/** What one exchange asks for: the places that may say it, in the order in which they are believed. */
final class Inputs {

    private final String operation;
    private final List<Place> places;

    /**
     * @param operation for the texts of failures
     * @param places the first that says something of a control decides it
     */
    Inputs(String operation, List<Place> places) {
        this.operation = operation;
        this.places = List.copyOf(places);
    }

    Optional<Given> first(Control control) {
        for (Place place : places) {
            Optional<Given> given = place.of(control);
            if (given.isPresent()) {
                return given;
            }
        }
        return Optional.empty();
    }

    /** The first place that says anything of either of two controls that belong together. */
    Optional<Place> firstWithEither(Control one, Control other) {
        for (Place place : places) {
            if (place.of(one).isPresent() || place.of(other).isPresent()) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    /** The value of a control read as what it should be, or null when nobody gave one. */
    <T> T read(Control control, Function<Given, T> reading) {
        return first(control).map(given -> read(given, reading)).orElse(null);
    }

    /** @throws CliqtelRejectedException naming the value and its place, when the reading refuses it */
    <T> T read(Given given, Function<Given, T> reading) {
        try {
            return reading.apply(given);
        } catch (IllegalArgumentException refused) {
            throw refused(refused.getMessage() + " (given in the " + given.place() + ")");
        }
    }

    /** A refusal before any call. */
    CliqtelRejectedException refused(String message) {
        return refused(operation, message);
    }

    static CliqtelRejectedException refused(String operation, String message) {
        return new CliqtelRejectedException(new ErrorFacts(operation, ErrorCode.INVALID_INPUT, 0, message));
    }
}
