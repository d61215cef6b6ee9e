/* SPDX-License-Identifier: Apache-2.0 */
/** The JUnit 5 extension, and the given, when and then methods of a test. */
package com.cliqtel.camel.simulator.junit5;
