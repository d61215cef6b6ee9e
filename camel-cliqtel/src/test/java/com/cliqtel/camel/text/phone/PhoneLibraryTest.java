/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text.phone;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PhoneLibraryTest {

    @Test
    void isThereInThisBuild() {
        assertThat(PhoneLibrary.isThere()).isTrue();
    }

    @Test
    void saysWhatToAddWhereItIsMissing() throws Exception {
        Class<?> without = new WithoutIt().loadClass(PhoneLibrary.class.getName());

        assertThat(without.getMethod("isThere").invoke(null)).isEqualTo(false);
        assertThatThrownBy(() -> without.getMethod("numbersOf", String.class).invoke(null, "NL"))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("com.googlecode.libphonenumber:libphonenumber")
                .hasNoCause();
    }

    /** Loads the classes of this build again, in a world where nobody has libphonenumber. */
    private static final class WithoutIt extends ClassLoader {

        WithoutIt() {
            super(getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("com.google.i18n.")) {
                throw new ClassNotFoundException(name);
            }
            try (InputStream in = PhoneLibraryTest.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }
}
