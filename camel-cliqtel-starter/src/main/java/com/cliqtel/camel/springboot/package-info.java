/* SPDX-License-Identifier: Apache-2.0 */
/** The component on Spring Boot: its options as properties of the application. */
package com.cliqtel.camel.springboot;
