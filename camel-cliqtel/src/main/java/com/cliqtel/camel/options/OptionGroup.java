/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

/** A group of options that a component has as defaults and an endpoint as a copy. */
abstract class OptionGroup<G extends OptionGroup<G>> implements Cloneable {

    /** Returns a copy. A change of the copy doesn't change this group. */
    @SuppressWarnings("unchecked")
    public G copy() {
        try {
            return (G) clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
