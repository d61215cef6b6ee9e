/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import com.cliqtel.camel.model.ApiList;
import com.cliqtel.camel.model.ApiObject;
import com.cliqtel.camel.wire.Json;
import org.apache.camel.Converter;

/** Type converters of the component's bodies to JSON and to maps, so that routes need no marshal step. Internal. */
@Converter(generateLoader = true)
public final class CliqtelConverter {

    private CliqtelConverter() {}

    @Converter
    public static byte[] toBytes(ApiObject object) {
        return Json.write(object.json());
    }

    @Converter
    public static String toText(ApiObject object) {
        return new String(toBytes(object), StandardCharsets.UTF_8);
    }

    @Converter
    public static InputStream toStream(ApiObject object) {
        return new ByteArrayInputStream(toBytes(object));
    }

    /** Returns a new modifiable map with the API's field names. */
    @Converter
    public static Map<String, Object> toMap(ApiObject object) {
        return new LinkedHashMap<>(object.json());
    }

    @Converter
    public static byte[] toBytes(ApiList<?> list) {
        return Json.write(list.json());
    }

    @Converter
    public static String toText(ApiList<?> list) {
        return new String(toBytes(list), StandardCharsets.UTF_8);
    }

    @Converter
    public static InputStream toStream(ApiList<?> list) {
        return new ByteArrayInputStream(toBytes(list));
    }
}
