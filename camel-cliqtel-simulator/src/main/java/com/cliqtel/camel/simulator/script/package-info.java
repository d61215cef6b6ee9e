/* SPDX-License-Identifier: Apache-2.0 */
/** What goes wrong in a simulator as a document that people write and read: YAML or JSON. */
package com.cliqtel.camel.simulator.script;
