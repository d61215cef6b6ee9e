/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A list of the API's objects. It is a type of its own, so that its conversions apply to no other list.
 *
 * <p>Immutable and serializable. Jackson writes a JSON array of the items as they came.
 *
 * @param <T> what it lists
 */
public final class ApiList<T extends ApiObject> extends AbstractList<T> implements RandomAccess, Serializable {

    private static final long serialVersionUID = 1L;

    private final List<T> items;

    /** @throws NullPointerException when an item is null */
    public ApiList(List<T> items) {
        this.items = List.copyOf(items);
    }

    @Override
    public T get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }

    /** The JSON array: each item as it came. */
    @JsonValue
    public List<Map<String, Object>> json() {
        return items.stream().map(ApiObject::json).toList();
    }
}
