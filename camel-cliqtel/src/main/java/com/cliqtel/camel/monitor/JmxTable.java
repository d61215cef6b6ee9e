/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.monitor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;

/**
 * The type of a JMX table with texts and numbers.
 *
 * @param name the name of its JMX types
 * @param columns from left to right; the first is the key of a row
 */
public record JmxTable(String name, List<Column> columns) {

    /** A column and the type of its cells. */
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

    /** Returns a table with these rows. Each row has a text, a number or null for each column, by its name. */
    public TabularData with(List<Map<String, Object>> rows) {
        try {
            String[] names = columns.stream().map(Column::name).toArray(String[]::new);
            OpenType<?>[] types = columns.stream().map(Column::type).toArray(OpenType<?>[]::new);
            CompositeType type = new CompositeType(name, name, names, names, types);
            TabularData table = new TabularDataSupport(new TabularType(name, name, type, new String[] {names[0]}));
            for (Map<String, Object> row : rows) {
                Map<String, Object> cells = new HashMap<>(row);
                cells.replaceAll((column, cell) -> cell instanceof Integer number ? (Object) number.longValue() : cell);
                table.put(new CompositeDataSupport(type, cells));
            }
            return table;
        } catch (OpenDataException wrongTypes) {
            throw new IllegalStateException(wrongTypes);
        }
    }
}
