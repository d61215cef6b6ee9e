/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Collects the values of an option in the indexed form, {@code allowedRecipients[0]}. Each change sets the option to the
 * values, separated by commas.
 */
final class IndexedValues extends AbstractList<Object> {

    private final List<Object> values = new ArrayList<>();
    private final Consumer<String> option;

    IndexedValues(Consumer<String> option) {
        this.option = option;
    }

    @Override
    public Object get(int index) {
        return values.get(index);
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public void add(int index, Object value) {
        values.add(index, value);
        write();
    }

    @Override
    public Object set(int index, Object value) {
        Object before = values.set(index, value);
        write();
        return before;
    }

    private void write() {
        option.accept(
                values.stream().filter(Objects::nonNull).map(Object::toString).collect(Collectors.joining(",")));
    }
}
