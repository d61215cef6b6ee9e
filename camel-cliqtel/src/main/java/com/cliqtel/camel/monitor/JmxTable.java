/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.util.ArrayList;
import java.util.List;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;

/**
 * A table as JMX shows it, whose cells are texts and numbers.
 *
 * @param name what it is of
 * @param columns from left to right; the first tells the rows apart
 */
public record JmxTable(String name, List<Column> columns) {

    /** A column and what is in it. */
    public record Column(String name, OpenType<?> type) {}

    public static Column text(String name) {
        return new Column(name, SimpleType.STRING);
    }

    public static Column number(String name) {
        return new Column(name, SimpleType.LONG);
    }

    public static JmxTable of(String name, Column... columns) {
        return new JmxTable(name, List.of(columns));
    }

    /** The rows, each with a cell for each column, null for an empty one. */
    public TabularData with(List<Object[]> rows) {
        try {
            String[] names = columns.stream().map(Column::name).toArray(String[]::new);
            OpenType<?>[] types = columns.stream().map(Column::type).toArray(OpenType<?>[]::new);
            CompositeType row = new CompositeType(name, name, names, names, types);
            TabularData table = new TabularDataSupport(new TabularType(name, name, row, new String[] {names[0]}));
            for (Object[] cells : rows) {
                table.put(new CompositeDataSupport(row, names, longs(cells)));
            }
            return table;
        } catch (OpenDataException wrongTypes) {
            throw new IllegalStateException(wrongTypes);
        }
    }

    private static Object[] longs(Object[] cells) {
        List<Object> converted = new ArrayList<>();
        for (Object cell : cells) {
            converted.add(cell instanceof Integer number ? (Object) number.longValue() : cell);
        }
        return converted.toArray();
    }
}
