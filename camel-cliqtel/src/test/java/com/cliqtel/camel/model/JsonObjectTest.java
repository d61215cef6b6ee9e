/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonObjectTest {

    @Property
    void isTheMapOfWhatWasAddedInItsOrder(@ForAll @Size(max = 60) Map<String, Integer> members, @ForAll String other) {
        JsonObject.Builder builder = new JsonObject.Builder();
        members.forEach(builder::add);
        JsonObject object = builder.build();

        assertThat(object).isEqualTo(members).hasSameHashCodeAs(members);
        assertThat(members).isEqualTo(object);
        assertThat(new ArrayList<>(object.keySet())).isEqualTo(new ArrayList<>(members.keySet()));
        assertThat(object.containsKey(other)).isEqualTo(members.containsKey(other));
        assertThat(object.get(other)).isEqualTo(members.get(other));
        members.forEach((name, value) -> assertThat(object.get(name)).isEqualTo(value));
    }

    @Property
    void takesNoNameTwiceHoweverManyThereAre(@ForAll @Size(min = 1, max = 60) Map<String, Integer> members) {
        JsonObject.Builder builder = new JsonObject.Builder();
        members.forEach(builder::add);

        members.keySet().forEach(name -> assertThatThrownBy(() -> builder.add(name, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a name that came twice"));
        assertThat(builder.build()).isEqualTo(members);
    }

    @Property
    void isNotChangedByWhatIsAddedLater(@ForAll @Size(max = 60) Map<String, Integer> members, @ForAll String later) {
        Assume.that(!members.containsKey(later));
        JsonObject.Builder builder = new JsonObject.Builder();
        members.forEach(builder::add);
        JsonObject object = builder.build();
        builder.add(later, 1);

        assertThat(object.containsKey(later)).isFalse();
        assertThat(object).isEqualTo(members);
        assertThat(builder.build()).hasSize(members.size() + 1).containsEntry(later, 1);
    }

    @Test
    void distinguishesNamesWithTheSameHash() {
        JsonObject.Builder builder = new JsonObject.Builder();
        builder.add("Aa", 1);
        builder.add("BB", 2);

        assertThat(builder.build()).containsEntry("Aa", 1).containsEntry("BB", 2);
    }

    @Test
    void keepsAMemberThatIsNull() {
        JsonObject.Builder builder = new JsonObject.Builder();
        builder.add("carrier", null);
        JsonObject object = builder.build();

        assertThat(object.containsKey("carrier")).isTrue();
        assertThat(object.get("carrier")).isNull();
        assertThat(object.get(4711)).isNull();
        assertThat(object.get(null)).isNull();
    }

    @Test
    void cannotBeChanged() {
        JsonObject object = ImmutableJson.copyOf(Map.of("id", 1));

        assertThatThrownBy(() -> object.put("id", 2)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(object::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> object.remove("id")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> object.entrySet().iterator().next().setValue(2))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void copiesAMapDeeply() {
        List<Object> list = new ArrayList<>(Arrays.asList(1, null));
        Map<String, Object> inner = new LinkedHashMap<>(Map.of("list", list));
        Map<String, Object> outer = new LinkedHashMap<>(Map.of("inner", inner));

        JsonObject copy = ImmutableJson.copyOf(outer);
        list.add(2);
        inner.put("more", true);
        outer.clear();

        assertThat(copy).isEqualTo(Map.of("inner", Map.of("list", Arrays.asList(1, null))));
        assertThat(ImmutableJson.copyOf(copy)).isSameAs(copy);
    }

    @Test
    void isSerializable() throws Exception {
        JsonObject object = ImmutableJson.copyOf(Map.of("data", Map.of("ids", List.of(1, 2), "cost", 0.008)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(object);
        }
    }
}
