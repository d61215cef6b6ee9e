/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.script;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import com.cliqtel.camel.simulator.json.DocumentNode;
import com.cliqtel.camel.simulator.json.DocumentPosition;

/** Fields of a script, with the names they may have: each value is asked for by its name, and wrong ones say where they stand. */
record Section(DocumentNode.Fields tree, List<String> names) {

    static Section of(DocumentNode tree, List<String> names) {
        if (!(tree instanceof DocumentNode.Fields fields)) {
            throw tree.place().wrong("here must be fields: " + String.join(", ", names));
        }
        fields.fields().forEach((name, value) -> {
            if (!names.contains(name)) {
                throw value.place()
                        .wrong("\"" + shortened(name) + "\" is not known. Known are: " + String.join(", ", names));
            }
        });
        return new Section(fields, names);
    }

    DocumentPosition place() {
        return tree.place();
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    Optional<DocumentNode> find(String name) {
        if (!names.contains(name)) {
            throw new IllegalStateException(name + " is not among the names of this section");
        }
        return Optional.ofNullable(tree.fields().get(name));
    }

    /** Reads a single value; what is wrong with it gets its place. */
    <T> Optional<T> leaf(String name, Function<String, T> reading) {
        return find(name).map(value -> leaf(value, reading));
    }

    Optional<Section> section(String name, List<String> names) {
        return find(name).map(value -> of(value, names));
    }

    Optional<Duration> time(String name) {
        return leaf(name, ScriptDurations::read);
    }

    Optional<Long> count(String name) {
        return leaf(name, Section::whole);
    }

    Optional<Double> number(String name) {
        return leaf(name, text -> new BigDecimal(text).doubleValue());
    }

    /** Refuses more than one of some names. */
    void atMostOne(List<String> some) {
        List<String> given = some.stream().filter(this::has).toList();
        if (given.size() > 1) {
            throw place().wrong("only one of these can be: " + String.join(", ", given));
        }
    }

    /** Makes something of what was read; what is refused gets the place of the section. */
    <T> T made(Supplier<T> making) {
        return placed(place(), making);
    }

    static <T> T leaf(DocumentNode value, Function<String, T> reading) {
        if (!(value instanceof DocumentNode.Leaf leaf)) {

            throw value.place().wrong("here must be a single value");
        }
        return placed(value.place(), () -> reading.apply(leaf.text()));
    }

    static List<DocumentNode> items(DocumentNode value) {
        if (!(value instanceof DocumentNode.Items list)) {
            throw value.place().wrong("here must be a list");
        }
        return list.items();
    }

    /** One of some words. */
    static <T> Function<String, T> word(Map<String, T> words) {
        return text -> Optional.ofNullable(words.get(text))
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + shortened(text) + "\" is not known. Known are: " + String.join(", ", words.keySet())));
    }

    private static long whole(String text) {
        return Long.parseLong(text);
    }

    private static <T> T placed(DocumentPosition place, Supplier<T> making) {
        try {
            return making.get();
        } catch (NumberFormatException e) {
            throw place.wrong("here must be a number");
        } catch (IllegalArgumentException e) {
            // what stands further in has said where already
            throw e.getMessage().startsWith(place.source() + ", line ") ? e : place.wrong(e.getMessage());
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
