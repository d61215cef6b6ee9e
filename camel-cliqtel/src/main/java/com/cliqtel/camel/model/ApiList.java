/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A list of objects of the API. It is a separate type, so that the component's type converters apply to no other list.
 *
 * <p>Immutable, thread-safe and serializable. Jackson writes a JSON array of the items' JSON.
 *
 * @param <T> the type of the items
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

    /** Returns the JSON objects of the items; unmodifiable. */
    @JsonValue
    public List<Map<String, Object>> json() {
        return items.stream().map(ApiObject::json).toList();
    }
}
