/* SPDX-License-Identifier: Apache-2.0 */
/** Fault scripts: the settings of a simulator as a YAML or JSON document. */
package com.cliqtel.camel.simulator.script;
