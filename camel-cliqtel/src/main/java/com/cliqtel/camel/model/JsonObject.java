/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * Internal. A JSON object with all of its members, in their order.
 *
 * <p>Immutable and serializable. Its values are texts, numbers, truth values, null, unmodifiable lists, and objects of this kind.
 */
public final class JsonObject extends AbstractMap<String, Object> implements Serializable {

    private static final long serialVersionUID = 1L;

    // up to this number, a linear search is the fastest
    private static final int FEW = 24;

    private final String[] names;
    private final Object[] values;
    // the positions of the members of a large object; null for a small one
    private final HashMap<String, Integer> places;

    private JsonObject(Builder built) {
        this.names = Arrays.copyOf(built.names, built.size);
        this.values = Arrays.copyOf(built.values, built.size);
        this.places = built.places == null ? null : new HashMap<>(built.places);
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public boolean containsKey(Object name) {
        return place(name) >= 0;
    }

    @Override
    public Object get(Object name) {
        int place = place(name);
        return place < 0 ? null : values[place];
    }

    private int place(Object name) {
        return name instanceof String text ? find(text, names, names.length, places) : -1;
    }

    private static int find(String name, String[] names, int size, Map<String, Integer> places) {
        if (places != null) {
            return places.getOrDefault(name, -1);
        }
        for (int i = 0; i < size; i++) {
            if (names[i].hashCode() == name.hashCode() && names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return names.length;
            }

            @Override
            public Iterator<Entry<String, Object>> iterator() {
                return new Members(JsonObject.this);
            }
        };
    }

    /** Returns the names only, since values may be phone numbers and texts. */
    @Override
    public String toString() {
        return "JsonObject" + Arrays.toString(names);
    }

    private static final class Members implements Iterator<Entry<String, Object>> {

        private final Iterator<String> names;
        private final Iterator<Object> values;

        Members(JsonObject object) {
            this.names = Arrays.asList(object.names).iterator();
            this.values = Arrays.asList(object.values).iterator();
        }

        @Override
        public boolean hasNext() {
            return names.hasNext();
        }

        @Override
        public Entry<String, Object> next() {
            return new SimpleImmutableEntry<>(names.next(), values.next());
        }
    }

    /** Builds an object from its members. Not thread-safe. */
    public static final class Builder {

        private static final int USUAL = 12;

        private String[] names = new String[USUAL];
        private Object[] values = new Object[USUAL];
        private HashMap<String, Integer> places;
        private int size;

        /**
         * Adds a member.
         *
         * @param value a text, a number, a truth value, null, an unmodifiable list of such, or a {@link JsonObject}; kept as it is
         * @throws IllegalArgumentException when the object already has a member of this name
         */
        public void add(String name, Object value) {
            if (find(name, names, size, places) >= 0) {
                throw new IllegalArgumentException("a name that came twice");
            }
            if (size == names.length) {
                grow();
            }
            names[size] = name;
            values[size] = value;
            if (places != null) {
                places.put(name, size);
            }
            size++;
        }

        private void grow() {
            int larger = size * 2;
            names = Arrays.copyOf(names, larger);
            values = Arrays.copyOf(values, larger);
            if (places == null && larger > FEW) {
                places = new HashMap<>();
                for (int i = 0; i < size; i++) {
                    places.put(names[i], i);
                }
            }
        }

        /** Returns the object of the members added until now. */
        public JsonObject build() {
            return new JsonObject(this);
        }
    }
}
